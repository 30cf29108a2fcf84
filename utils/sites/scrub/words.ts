/**
 * The words that names on a page are made of: elements, attributes, classes, keys and kinds. Whatever is none of them may
 * be somebody's and is replaced, so a word is added here only when no person could be told by it.
 */
const elements = `a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
circle cite clip code col colgroup data datalist dd defs del details dfn dialog div dl dt ellipse em embed fieldset
figcaption figure filter font footer foreign form g gradient h head header hgroup hr html i iframe image img input ins kbd
label legend li line linear link main map mark marker mask math menu meta meter nav nobr noscript object ol optgroup option
output p param path pattern picture plaintext polygon polyline pre progress q radial rect rp rt ruby s samp script search
section select slot small source span strike strong style sub summary sup svg switch symbol table tbody td template text
textarea tfoot th thead time title tr track tt u ul use var video view wbr xmp`;

const attributes = `accept accesskey action align allow alt aria as async atomic auto autocapitalize autocomplete autofocus
autoplay background baseline bgcolor border busy cellpadding cellspacing charset checked class color cols colspan content
contenteditable controls coords cross crossorigin current cx cy d datetime decoding default defer described describedby dir
disabled download draggable dx dy enctype enterkeyhint equiv expanded fetchpriority fill flowto for frameborder fx fy
haspopup headers height hidden high href hreflang http icon id inert inputmode integrity invalid is ismap itemid itemprop
itemref itemscope itemtype k keyshortcuts kind labelledby lang level linecap linejoin list live loading loop low max
maxlength media method min minlength miterlimit modal multiline multiple multiselectable muted name nomodule nonce
novalidate offset on opacity open optimum orient orientation owns part ping placeholder playsinline points popover
posinset poster preload preserve pressed property r radius readonly ref referrerpolicy rel relevant required rev reversed
role roledescription rotate rowcount rows rowspan rule rx ry sandbox scope selected setsize shape size sizes sort span
spellcheck src srcdoc srclang srcset start step stop stroke tabindex target transform translate type units usemap valign
value valuemax valuemin valuenow valuetext version view width wrap x xlink xml xmlns y z`;

const values = `absolute all anonymous any assertive blank block bold both bottom button cell center checkbox clip col
collapse column contain cover dialog document ease email eager ellipsis end evenodd false fixed flex flow get grid group
hidden horizontal icon inherit initial inline inset invert italic javascript json justify lazy left listbox listitem
mixed module move new next no nofollow none noopener noreferrer normal nonzero null number off on own page parent password
polite post presentation prev px radio region rel relative rem rgb rgba right round row self separator slider solid
space static status sticky stylesheet submit switch tab tablist tabpanel tel text textbox toolbar tooltip top translate
tree true undefined unset url vertical vh visible vw yes`;

const names = `about access account active activity ad ads after agent alert all amount anchor animation answer app area arrow ask
at attribute attributes audit author auto avatar back badge balance banner bar base before best bg bind binds block board
body bookmark bottom box brand bubble buy buyable buyer cancel capa card cards cart category center change channel chart
chat check child circle click close collapse collect collected color column comment comments commerce common component
components config confirm consumer container content control cooperate copy corner count counts coupon cover create created
current cursor custom dark data date day deal deep default delete desc description desk detail details device dialog
direct disable discount discover divider done dot double down draft drag drop dropdown dynamic edge edit element empty en
enable end engage entry error event expand expended explore extra fail fan fans favorite feed feeds field file fill filter
finish first fixed flag float flow focus folder follow followed following font footer form forward fraction frame from full
gallery gap global goods gray grid group guide half has head header height hide high history holder home hot hover icon
icons image images img index info infos inner input inset interact interaction interactions invalid invite is item items
jump key label labels large last lavel layer layout lazy left level light like liked likes limit line link links list
lists live load loader loading local location lock logged login logo logout long low main map mark market mask max media
member mention menu merchant message meta middle min mini mode model modal more move multi music my nav new next nick
nickname no normal note notes notice notification num number off official on open option options order original other out
outer overlay owner padding page pager pagination panel paper parent path pause paid pay permission person phone photo
picture pin pinned play player plus point pop popover popup position post posted poster pre prefetch prev preview price
primary privacy privilege product profile progress promo promote promoted promotion publish purchase query question radius
rank rate raw read reason recommend record red refer refresh related relation remark reply report request reset resource
response result results right role room root round row rules sale save saved scene screen script scroll scroller search
second section select seller sell selling send server service set setting settings shade shadow share shared shop short show
side sidebar sign simple size skeleton skin slide slider slot small sns social sold sort source space sponsor sponsored
square stage standalone start state static status step sticky store stream style sub subject success suggest summary switch
system tab table tabs tag tags target temp text theme third thread thumb time tip tips title toast token tool tooltip top
topic topics total trace track translate trigger type un unlike up update upload url use user username users uuid value
version video view views visible wait waiting warn web widget widgets width with word words wrap wrapper x y zone zoom access and animate blocked btn buttons by cache context display dragger duration exp fetching floating found
fullscreen hash hit in information interval ip is not ok origin outside pictures pure reload render replace responsive rounded
router sets single spinner ssr string css js min ts`;

export const commonWords: ReadonlySet<string> = new Set([elements, attributes, values, names].join(' ').split(/\s+/));
