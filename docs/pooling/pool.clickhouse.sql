-- The same figures as pool.sql, in ClickHouse (run with chdb 3.4.0, the in-process ClickHouse, by test/pooling).
-- for z in incoming/*.zip; do unzip -oq "$z" -d pool; done
-- On many machines replace file(...) by s3Cluster('cluster', 'https://…/pool/exposures/**/*.parquet', 'Parquet').
-- Of the classes, 'unknown' is neither an ad nor none, nor is a word of a later version: they stand in no numerator and no denominator.
CREATE DATABASE IF NOT EXISTS bacao ENGINE = Atomic;
-- who withdrew from a study is in no figure of it, whether or not their folders were deleted
CREATE OR REPLACE VIEW bacao.withdrawn AS SELECT DISTINCT study_id, participant_id FROM file('pool/participants/**/*.parquet', 'Parquet') WHERE withdrawn_at IS NOT NULL;
CREATE OR REPLACE VIEW bacao.exposures_raw AS SELECT *, ad_class IN ('platform_ad', 'disclosed', 'commercial_link') AS is_ad, ad_class IN ('platform_ad', 'disclosed', 'commercial_link', 'none') AS is_known
  FROM file('pool/exposures/**/*.parquet', 'Parquet') WHERE (study_id, participant_id) NOT IN (SELECT study_id, participant_id FROM bacao.withdrawn);
-- every export numbers its rows anew: of a participant's month the newest export counts, each of its rows once
CREATE OR REPLACE VIEW bacao.newest AS SELECT participant_id, toStartOfMonth(rendered_at) AS of_month, max(exported_at) AS of_export FROM bacao.exposures_raw GROUP BY participant_id, of_month;
CREATE OR REPLACE VIEW bacao.exposures AS SELECT * FROM bacao.exposures_raw WHERE (participant_id, toStartOfMonth(rendered_at), exported_at) IN (SELECT participant_id, of_month, of_export FROM bacao.newest) LIMIT 1 BY participant_id, exported_at, exposure_no;
CREATE OR REPLACE VIEW bacao.linked AS SELECT DISTINCT participant_id, exported_at, exposure_no FROM file('pool/links/**/*.parquet', 'Parquet') WHERE exposure_no IS NOT NULL;
-- lists with an ad whose place nobody knows: where the first one stands, and which ones follow each other, is not told of them
CREATE OR REPLACE VIEW bacao.unplaced AS SELECT DISTINCT participant_id, exported_at, page_view_no FROM bacao.exposures WHERE surface IN ('explore_feed', 'search_results') AND is_ad AND ifNull(position, 0) < 1;
-- cards of lists, numbered by their places: where a place (from 1) has its own number, none before it is missing; one that goes on after a pause, or whose first cards are gone, has another from its beginning on
CREATE OR REPLACE VIEW bacao.listed AS SELECT *, assumeNotNull(position) AS place, toInt64(dense_rank() OVER (PARTITION BY participant_id, exported_at, page_view_no ORDER BY position)) AS nth FROM bacao.exposures WHERE surface IN ('explore_feed', 'search_results') AND position >= 1 AND (participant_id, exported_at, page_view_no) NOT IN (SELECT participant_id, exported_at, page_view_no FROM bacao.unplaced);
-- 1. ad load with cluster-robust 95 % CI (participants are the clusters): t with m - 1 degrees of freedom (Abramowitz & Stegun 26.7.5); where all participants agree they are so many trials (Wilson); none below 5 participants or 20 units
WITH c AS (SELECT participant_id, toFloat64(countIf(is_ad)) AS x, toFloat64(count()) AS n FROM bacao.exposures WHERE viewable AND unit_kind = 'note_card' AND is_known GROUP BY participant_id),
     e AS (SELECT assumeNotNull((SELECT sum(x) / sum(n) FROM c)) AS r, toFloat64(count()) AS m, sum(n) AS nn, if(m < 2, NULL, sqrt(m / (m - 1) * sum(pow(x - r * n, 2))) / nn) AS se, avg(x / n) AS macro_mean, 1.959963984540054 AS z, m - 1 AS v FROM c),
     h AS (SELECT *, if(se = 0, (r + z * z / (2 * m)) / (1 + z * z / m), r) AS mid,
             multiIf(m < 5 OR nn < 20, NULL, se = 0, z / (1 + z * z / m) * sqrt(r * (1 - r) / m + z * z / (4 * m * m)),
               (z + 2.372271230298562 / v + 2.8224986157396112 / pow(v, 2) + 2.555849679507722 / pow(v, 3) + 1.5895340533938225 / pow(v, 4)) * se) AS half FROM e)
SELECT r AS ad_load_viewable, toUInt64(m) AS participants, se, if(mid < half, 0, mid - half) AS lo, if(mid + half > 1, 1, mid + half) AS hi, macro_mean FROM h;
-- 2. first-ad position, Kaplan-Meier over page views that were told from their first place on (one without an ad is censored at the last position seen, one with an undecided card or a missing place before its first ad in front of that)
WITH pv AS (SELECT participant_id, exported_at, page_view_no, minIf(place, is_ad) AS fa, countIf(is_ad) > 0 AS has_ad, minIf(place, NOT is_known) AS fu, countIf(NOT is_known) > 0 AS has_unknown, max(place) AS last_pos FROM bacao.listed WHERE place = nth GROUP BY participant_id, exported_at, page_view_no),
     o AS (SELECT has_ad AND (NOT has_unknown OR fa <= fu) AS e, if(e, fa, if(has_unknown, fu - 1, last_pos)) AS k FROM pv),
     g AS (SELECT k, countIf(e) AS d, count() AS c FROM o GROUP BY k),
     r AS (SELECT k, d, sum(c) OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS n FROM g),
     s AS (SELECT k, exp(sum(log(1 - d / n)) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS s FROM r)
SELECT if(countIf(s <= 0.5 + 1e-12) = 0, NULL, minIf(k, s <= 0.5 + 1e-12)) AS median_first_ad_position, min(s) AS still_without_ad_at_end FROM s;
-- 3. gaps between consecutive ads inside one list, each place once; where an undecided card stands between, or a place is missing, nobody knows whether they are consecutive
SELECT avg(gap) AS mean_gap, quantileExactInclusive(0.5)(gap) AS median_gap, avg(gap = 0) AS share_adjacent, count() AS n
FROM (SELECT place - lagInFrame(place, 1, 0) OVER w - 1 AS gap, has_ad AND lagInFrame(has_ad, 1, 0) OVER w AND place - nth = lagInFrame(place - nth, 1, -1) OVER w AS both_ads
      FROM (SELECT participant_id, exported_at, page_view_no, place, nth, max(is_ad) AS has_ad FROM bacao.listed
            WHERE is_ad OR NOT is_known GROUP BY participant_id, exported_at, page_view_no, place, nth)
      WINDOW w AS (PARTITION BY participant_id, exported_at, page_view_no ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) WHERE both_ads;
-- 4. attention shares
SELECT sumIf(visible50_ms, is_ad) / sum(visible50_ms) AS ad_time_share, sumIf(pixel_ms, is_ad) / sum(pixel_ms) AS ad_pixel_time_share FROM bacao.exposures WHERE is_known;
-- 5. disclosure inside the legal scope: units with a purchase link (of their own, by their state's evidence, or in the table links), merchants left out; comments are not looked at for labels
WITH u AS (SELECT label_kind, ad_links + blue_links > 0 OR ad_class = 'commercial_link' OR (participant_id, exported_at, exposure_no) IN (SELECT participant_id, exported_at, assumeNotNull(exposure_no) FROM bacao.linked)
             OR arrayExists(x -> x = 'L3.button' OR (x LIKE 'L2.%' AND x NOT IN ('L2.model_type', 'L2.ads', 'L2.ads_info', 'L2.is_ads', 'L2.ad_tag', 'L2.cooperate_binds')), splitByChar('|', ifNull(ad_evidence, ''))) AS has_link
           FROM bacao.exposures WHERE author_role <> 'merchant' AND label_kind IN ('statutory', 'equivalent', 'declared', 'other', 'none'))
SELECT count() AS n, avg(label_kind = 'statutory') AS statutory, avg(label_kind IN ('statutory', 'equivalent', 'declared')) AS any_label FROM u WHERE has_link;
-- 6. daily series of the same share with small-cell suppression (k = 5 participants)
SELECT toDate(rendered_at) AS day, uniqExact(participant_id) AS participants, if(participants >= 5, avg(is_ad), NULL) AS ad_load FROM bacao.exposures WHERE viewable AND unit_kind = 'note_card' AND is_known GROUP BY day ORDER BY day;
