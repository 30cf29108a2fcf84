/**
 * The words that names on a page are made of: elements, attributes, classes, keys and kinds. Whatever is none of them may
 * be somebody's and is replaced, so a word is added here only when no person could be told by it.
 * Each stands once, in the first list that it is of.
 */
const elements = `a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption
center circle cite clip code col colgroup data datalist dd defs del details dfn dialog div dl dt ellipse em embed
fieldset figcaption figure filter font footer foreign form g gradient h head header hgroup hr html i iframe image img
input ins kbd label legend li line linear link main map mark marker mask math menu meta meter nav nobr noscript object
ol optgroup option output p param path pattern picture plaintext polygon polyline pre progress q radial rect rp rt ruby
s samp script search section select slot small source span strike strong style sub summary sup svg switch symbol table
tbody td template text textarea tfoot th thead time title tr track tt u ul use var video view wbr xmp`;

const attributes = `accept accesskey action align allow alt aria as async atomic auto autocapitalize autocomplete
autofocus autoplay background baseline bgcolor border busy cellpadding cellspacing charset checked class color cols
colspan content contenteditable controls coords cross crossorigin current cx cy d datetime decoding default defer
described describedby dir disabled download draggable dx dy enctype enterkeyhint equiv expanded fetchpriority fill
flowto for frameborder fx fy haspopup headers height hidden high href hreflang http icon id inert inputmode integrity
invalid is ismap itemid itemprop itemref itemscope itemtype k keyshortcuts kind labelledby lang level linecap linejoin
list live loading loop low max maxlength media method min minlength miterlimit modal multiline multiple multiselectable
muted name nomodule nonce novalidate offset on opacity open optimum orient orientation owns part ping placeholder
playsinline points popover posinset poster preload preserve pressed property r radius readonly ref referrerpolicy rel
relevant required rev reversed role roledescription rotate rowcount rows rowspan rule rx ry sandbox scope selected
setsize shape size sizes sort spellcheck src srcdoc srclang srcset start step stop stroke tabindex target transform
translate type units usemap valign value valuemax valuemin valuenow valuetext version width wrap x xlink xml xmlns y z`;

const values = `absolute all anonymous any assertive blank block bold both bottom cell checkbox collapse column contain
cover document ease email eager ellipsis end evenodd false fixed flex flow get grid group horizontal inherit initial
inline inset invert italic javascript json justify lazy left listbox listitem mixed module move new next no nofollow
none noopener noreferrer normal nonzero null number off own page parent password polite post presentation prev px radio
region relative rem rgb rgba right round row self separator slider solid space static status sticky stylesheet submit
tab tablist tabpanel tel textbox toolbar tooltip top tree true undefined unset url vertical vh visible vw yes`;

const names = `about access account active activity ad ads after agent alert amount anchor animation answer app arrow
ask at attribute attributes audit author avatar back badge balance banner bar before best bg bind binds board bookmark
box brand bubble buy buyable buyer cancel capa card cards cart category change channel chart chat check child click
close collect collected comment comments commerce common component components config confirm consumer container control
cooperate copy corner count counts coupon create created cursor custom dark date day deal deep delete desc description
desk detail device direct disable discount discover divider done dot double down draft drag drop dropdown dynamic edge
edit element empty en enable engage entry error event expand expended explore extra fail fan fans favorite feed feeds
field file finish first flag float focus folder follow followed following forward fraction frame from full gallery gap
global goods gray guide half has hide history holder home hot hover icons images index info infos inner interact
interaction interactions invite item items jump key labels large last lavel layer layout light like liked likes limit
links lists load loader local location lock logged login logo logout long market member mention merchant message middle
mini mode model more multi music my nick nickname note notes notice notification num official options order original
other out outer overlay owner padding pager pagination panel paper pause paid pay permission person phone photo pin
pinned play player plus point pop popup position posted prefetch preview price primary privacy privilege product profile
promo promote promoted promotion publish purchase query question rank rate raw read reason recommend record red refer
refresh related relation remark reply report request reset resource response result results room root rules sale save
saved scene screen scroll scroller second seller sell selling send server service set setting settings shade shadow
share shared shop short show side sidebar sign simple skeleton skin slide sns social sold sponsor sponsored square stage
standalone state store stream subject success suggest system tabs tag tags temp theme third thread thumb tip tips toast
token tool topic topics total trace trigger un unlike up update upload user username users uuid views wait waiting warn
web widget widgets with word words wrapper zone zoom and animate blocked btn buttons by cache context display dragger
duration exp fetching floating found fullscreen hash hit in information interval ip not ok origin outside pictures pure
reload render replace responsive rounded router sets single spinner ssr string css js ts`;

export const commonWords: ReadonlySet<string> = new Set([elements, attributes, values, names].join(' ').split(/\s+/));
