-- Any number of participants' exports as one table, in DuckDB (1.1 or newer; run with 1.5.6 by test/pooling).
-- for z in incoming/*.zip; do unzip -oq "$z" -d pool; done
-- Of the classes, 'unknown' is neither an ad nor none, nor is a word of a later version: they stand in no numerator and no denominator.
SET TimeZone = 'UTC';
-- who withdrew from a study is in no figure of it, whether or not their folders were deleted
CREATE OR REPLACE VIEW withdrawn AS SELECT DISTINCT study_id, participant_id FROM read_parquet('pool/participants/**/*.parquet', hive_partitioning = true, union_by_name = true) WHERE withdrawn_at IS NOT NULL;
CREATE OR REPLACE VIEW exposures_raw AS SELECT *, coalesce(ad_class IN ('platform_ad','disclosed','commercial_link'), false) AS is_ad, coalesce(ad_class IN ('platform_ad','disclosed','commercial_link','none'), false) AS is_known
  FROM read_parquet('pool/exposures/**/*.parquet', hive_partitioning = true, union_by_name = true) WHERE (study_id, participant_id) NOT IN (SELECT (study_id, participant_id) FROM withdrawn);
-- every export numbers its rows anew: of a participant's month the newest export counts, each of its rows once
CREATE OR REPLACE VIEW exposures AS SELECT * FROM exposures_raw QUALIFY exported_at = max(exported_at) OVER (PARTITION BY participant_id, date_trunc('month', rendered_at)) AND row_number() OVER (PARTITION BY participant_id, exported_at, exposure_no) = 1;
CREATE OR REPLACE VIEW linked AS SELECT DISTINCT participant_id, exported_at, exposure_no FROM read_parquet('pool/links/**/*.parquet', hive_partitioning = true, union_by_name = true) WHERE exposure_no IS NOT NULL;
-- lists with an ad whose place nobody knows: where the first one stands, and which ones follow each other, is not told of them
CREATE OR REPLACE VIEW unplaced AS SELECT DISTINCT participant_id, exported_at, page_view_no FROM exposures WHERE surface IN ('explore_feed','search_results') AND is_ad AND coalesce(position, 0) < 1;
-- cards of lists, numbered by their places: where a place (from 1) has its own number, none before it is missing; one that goes on after a pause, or whose first cards are gone, has another from its beginning on
CREATE OR REPLACE VIEW listed AS SELECT *, dense_rank() OVER (PARTITION BY participant_id, exported_at, page_view_no ORDER BY position) AS nth FROM exposures WHERE surface IN ('explore_feed','search_results') AND position >= 1 AND (participant_id, exported_at, page_view_no) NOT IN (SELECT (participant_id, exported_at, page_view_no) FROM unplaced);
-- 1. ad load with cluster-robust 95 % CI (participants are the clusters): t with m - 1 degrees of freedom (Abramowitz & Stegun 26.7.5); where all participants agree they are so many trials (Wilson); none below 5 participants or 20 units
WITH c AS (SELECT participant_id, count(*) FILTER (is_ad)::DOUBLE x, count(*)::DOUBLE n FROM exposures WHERE viewable AND unit_kind = 'note_card' AND is_known GROUP BY 1),
     t AS (SELECT sum(x)/sum(n) r, count(*)::DOUBLE m, sum(n) nn FROM c),
     e AS (SELECT any_value(r) r, any_value(m) m, any_value(nn) nn, sqrt(any_value(m)/nullif(any_value(m)-1,0)*sum((x-r*n)^2))/any_value(nn) se, avg(x/n) macro_mean, 1.959963984540054::DOUBLE z, any_value(m)-1 v FROM c, t),
     h AS (SELECT *, CASE WHEN se = 0 THEN (r+z*z/(2*m))/(1+z*z/m) ELSE r END mid,
             CASE WHEN m < 5 OR nn < 20 THEN NULL WHEN se = 0 THEN z/(1+z*z/m)*sqrt(r*(1-r)/m+z*z/(4*m*m))
               ELSE (z+2.372271230298562/v+2.8224986157396112/v^2+2.555849679507722/v^3+1.5895340533938225/v^4)*se END half FROM e)
SELECT r ad_load_viewable, m::BIGINT participants, se, CASE WHEN mid < half THEN 0 ELSE mid-half END lo, CASE WHEN mid+half > 1 THEN 1 ELSE mid+half END hi, macro_mean FROM h;
-- 2. first-ad position, Kaplan-Meier over page views that were told from their first place on (one without an ad is censored at the last position seen, one with an undecided card or a missing place before its first ad in front of that)
WITH pv AS (SELECT participant_id, exported_at, page_view_no, min(position) FILTER (is_ad) fa, min(position) FILTER (NOT is_known) fu, max(position) last_pos FROM listed WHERE position = nth GROUP BY ALL),
     o AS (SELECT CASE WHEN fa <= coalesce(fu, fa) THEN fa WHEN fu IS NULL THEN last_pos ELSE fu - 1 END k, coalesce(fa <= coalesce(fu, fa), false) e FROM pv),
     g AS (SELECT k, count(*) FILTER (e) d, count(*) c FROM o GROUP BY k),
     r AS (SELECT k, d, (SELECT count(*) FROM o) - coalesce(sum(c) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) n FROM g),
     s AS (SELECT k, n, d, product(1 - d/n::DOUBLE) OVER (ORDER BY k) s FROM r)
SELECT min(k) FILTER (s <= 0.5 + 1e-12) median_first_ad_position, min(s) still_without_ad_at_end FROM s;
-- 3. gaps between consecutive ads inside one list, each place once; where an undecided card stands between, or a place is missing, nobody knows whether they are consecutive
SELECT avg(gap) mean_gap, median(gap) median_gap, avg((gap = 0)::INT) share_adjacent, count(*) n
FROM (SELECT position - lag(position) OVER w - 1 gap, is_ad AND lag(is_ad) OVER w AND position - nth = lag(position - nth) OVER w both_ads
      FROM (SELECT participant_id, exported_at, page_view_no, position, nth, bool_or(is_ad) is_ad FROM listed WHERE is_ad OR NOT is_known GROUP BY ALL) WINDOW w AS (PARTITION BY participant_id, exported_at, page_view_no ORDER BY position)) WHERE both_ads;
-- 4. attention shares
SELECT coalesce(sum(visible50_ms) FILTER (is_ad), 0) / sum(visible50_ms) ad_time_share, coalesce(sum(pixel_ms) FILTER (is_ad), 0) / sum(pixel_ms) ad_pixel_time_share FROM exposures WHERE is_known;
-- 5. disclosure inside the legal scope: units with a purchase link (of their own, by their state's evidence, or in the table links), merchants left out; comments are not looked at for labels
WITH u AS (SELECT label_kind, ad_links + blue_links > 0 OR ad_class = 'commercial_link' OR (participant_id, exported_at, exposure_no) IN (SELECT (participant_id, exported_at, exposure_no) FROM linked)
             OR len(list_filter(string_split(coalesce(ad_evidence, ''), '|'), x -> x = 'L3.button' OR (x LIKE 'L2.%' AND x NOT IN ('L2.model_type','L2.ads','L2.ads_info','L2.is_ads','L2.ad_tag','L2.cooperate_binds')))) > 0 AS has_link
           FROM exposures WHERE author_role <> 'merchant' AND label_kind IN ('statutory','equivalent','declared','other','none'))
SELECT count(*) n, avg((label_kind = 'statutory')::INT) statutory, avg((label_kind IN ('statutory','equivalent','declared'))::INT) any_label FROM u WHERE has_link;
-- 6. daily series of the same share with small-cell suppression (k = 5 participants)
SELECT rendered_at::DATE AS day, count(DISTINCT participant_id) participants, CASE WHEN participants >= 5 THEN avg(is_ad::INT) END ad_load FROM exposures WHERE viewable AND unit_kind = 'note_card' AND is_known GROUP BY 1 ORDER BY 1;
-- 7. compaction for repeated analysis (measured: 3 M rows, 1,000 files: scan 1.0 s before, 0.16 s after)
-- COPY (SELECT * EXCLUDE (is_ad, is_known) FROM exposures ORDER BY participant_id, exposure_no) TO 'pooled/exposures' (FORMAT parquet, PARTITION_BY (study, month), COMPRESSION zstd);
