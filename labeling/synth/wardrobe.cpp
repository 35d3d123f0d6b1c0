#include "labeling/synth/wardrobe.h"

namespace jaedan::labeling::synth {
namespace {

constexpr CategoryRule kCategories[] = {
    {"coat", Part::kOuter, "wool_cashmere:5 woven:3 tweed mustang:0.4 leather:0.4", "half:2 long:4 maxi:1.5", "long", "-:3 no_collar",
     "notched:4 tailored:2 shawl band shirt", "double_breasted:2 single_breasted:2 belt pocket:2 -"},
    {"jacket", Part::kOuter, "woven:4 denim:3 leather:2 wool_cashmere tweed corduroy:0.7 suede:0.5", "crop:1.5 normal:4 half:0.5",
     "long:6 three_quarter:0.5", "-:3 no_collar:0.7", "notched:4 tailored:3 shirt:3 band shawl:0.6",
     "single_breasted:2 double_breasted button:2 pocket:2 -"},
    {"jumper", Part::kOuter, "woven:5 suede:0.7 leather fleece:0.7 denim:0.5", "crop normal:4 half:0.7", "long", "-:3 hood:1.5",
     "band:2 shirt -:2", "zipper:4 pocket:2 drawstring button -"},
    {"padding", Part::kOuter, "padding", "crop normal:3 half:1.5 long:1.5", "long", "hood:2 -:3", "band:3 -", "quilting:3 zipper:3 pocket"},
    {"vest", Part::kOuter, "knit:2 woven:3 padding:2 denim fleece:0.7 leather:0.5", "crop normal:4 half:0.5", "sleeveless", "v:3 round no_collar",
     "-:4 tailored:0.5 band:0.4", "button:2 pocket zipper -"},
    {"cardigan", Part::kOuter, "knit:6 wool_cashmere hair_knit", "crop:1.5 normal:4 half long", "long:7 three_quarter:0.6", "v:4 round:2 no_collar",
     "-", "button:4 pocket cable_knit -"},
    {"zip_up", Part::kOuter, "jersey:5 fleece neoprene:0.4", "crop normal:5", "long", "hood:4 -", "-:3 band:2", "zipper:4 drawstring pocket"},
    {"top", Part::kTop, "jersey:3 knit:1.5 silk woven spandex:0.7 lace:0.5 sequin_glitter:0.2", "crop:2 normal:3", "sleeveless:6 short:1.5 cap long",
     "round:2 u:2 v:2 square:2 halter off_shoulder one_shoulder:0.7 sweetheart:0.7 boat:0.6", "-", "-:3 shirring:0.4 x_strap:0.2"},
    {"blouse", Part::kTop, "woven:3 chiffon:3 silk:2 lace:0.7 linen", "crop:0.4 normal:4 long", "long:4 short:2 three_quarter:1.5 cap:0.5 sleeveless:0.5",
     "round:2 v:2 -:3 square:0.6 boat:0.4 off_shoulder:0.4", "bow:1.5 peter_pan shirt band -:2", "frill puff button:2 ruffle ribbon:0.5 -"},
    {"tshirt", Part::kTop, "jersey:8 linen:0.5 mesh:0.3", "crop:0.8 normal:5 long:0.6", "short:6 long:2 three_quarter:0.4 cap:0.3", "round:6 v:1.5 u boat:0.3",
     "-:6 polo", "-:4 pocket:0.3 drop_shoulder"},
    {"knitwear", Part::kTop, "knit:7 wool_cashmere:1.5 hair_knit", "crop normal:5 long:0.7", "long:7 short three_quarter:0.5 sleeveless:0.6",
     "round:4 v:2 turtle:3 boat:0.5", "-", "cable_knit:1.5 -:3 drop_shoulder"},
    {"shirt", Part::kTop, "woven:6 denim linen silk:0.5 corduroy:0.3", "crop:0.3 normal:5 long", "long:5 short:2 three_quarter", "-", "shirt:7 band:0.7",
     "button:5 pocket roll_up:0.7"},
    {"bra_top", Part::kTop, "spandex:3 jersey knit lace:0.5", "crop", "sleeveless", "u:2 square v sweetheart", "-", "-"},
    {"hoodie", Part::kTop, "jersey:6 fleece", "crop:0.6 normal:5 long", "long:8 short:0.4", "hood", "-", "drawstring:2 pocket:2 drop_shoulder -"},
    {"jeans", Part::kBottom, "denim", "ankle:5 maxi:2 midi:0.7 mini knee:0.4", "", "", "", "pocket:2 destroyed:0.8 roll_up:0.8 stitch -:2"},
    {"pants", Part::kBottom, "woven:5 wool_cashmere linen corduroy:0.6 leather:0.4", "ankle:5 maxi:2 midi mini:1.5 knee:0.7", "", "", "",
     "pocket:2 belt -:3 roll_up:0.3"},
    {"skirt", Part::kBottom, "woven:4 denim:1.2 wool_cashmere knit leather:0.7 silk chiffon tweed:0.7 lace:0.4", "mini:3 knee:2 midi:3 ankle maxi:0.7", "", "",
     "", "pleats:1.5 flare:2 slit:0.7 button:0.5 -:3"},
    {"leggings", Part::kBottom, "spandex:4 jersey", "ankle:5 midi", "", "", "", "-:3 stitch"},
    {"jogger_pants", Part::kBottom, "jersey:5 fleece woven", "ankle:5 midi:0.6", "", "", "", "drawstring:3 pocket"},
    {"dress", Part::kDress, "woven:4 chiffon:1.5 jersey:1.5 knit silk lace:0.5 linen velvet:0.4 denim:0.5 tweed:0.3", "mini:2 knee:2 midi:3 ankle:1.2 maxi",
     "short:2 long:2 sleeveless:2 three_quarter:0.7 cap:0.6", "round:3 v:2 square u:0.7 boat:0.5 halter:0.4 off_shoulder:0.5 turtle:0.6 sweetheart:0.4",
     "-:5 shirt peter_pan:0.5 band:0.3", "flare:2 frill pleats belt puff slit:0.4 button:0.6 -:2"},
    {"jumpsuit", Part::kDress, "woven:4 denim:2 linen", "ankle:4 maxi mini:1.5", "sleeveless:2 short:2 long", "v:2 round square", "-:2 shirt:1.5", "belt zipper button pocket -"},
};

}  // namespace

const CategoryRule* category_rule(std::string_view category) {
  for (const CategoryRule& rule : kCategories) {
    if (rule.category == category) return &rule;
  }
  return nullptr;
}

const std::vector<StyleRule>& style_rules() {
  static const std::vector<StyleRule> rules = {
      {"classic", 1.2, 0.2, 0.6, "shirt:3 knitwear:3 blouse:2", "pants:4 skirt:2", "coat:3 jacket:3 cardigan", "navy:3 beige:3 grey:2 black:2 white:2 brown wine:0.7",
       "solid:6 check houndstooth:0.7 argyle:0.4 stripe:0.7", "normal:5 tight:0.5"},
      {"preppy", 0.7, 0.15, 0.55, "shirt:3 knitwear:3 tshirt", "skirt:4 pants:2", "cardigan:3 jacket:2 vest:2", "navy:3 wine:2 green white:2 beige red yellow:0.6",
       "solid:4 check:2 argyle stripe gingham:0.6", "normal:5 tight:0.5"},
      {"mannish", 0.7, 0.03, 0.7, "shirt:4 tshirt knitwear", "pants:6 jeans", "jacket:4 coat:3 vest", "black:3 grey:3 navy:2 beige:2 brown white", "solid:7 stripe check houndstooth:0.5",
       "loose:3 normal:3 oversized:2"},
      {"tomboy", 0.6, 0.05, 0.5, "tshirt:4 hoodie:2 shirt:2", "jeans:5 pants:2 jogger_pants", "jumper:2 jacket:2 zip_up", "khaki blue:2 white:2 grey:2 black:2 red", "solid:6 check lettering graphic stripe",
       "loose:3 normal:3 oversized"},
      {"feminine", 1.4, 0.45, 0.3, "blouse:5 knitwear:2 top", "skirt:5 pants:2 jeans", "cardigan:3 coat:2 jacket:2", "white:3 pink:2 beige:2 lavender sky_blue mint black", "solid:5 floral:2 dot check:0.6",
       "normal:5 tight:2"},
      {"romantic", 0.9, 0.55, 0.25, "blouse:6 top", "skirt:6 pants", "cardigan:3 coat", "pink:3 white:3 lavender:2 mint beige sky_blue", "solid:4 floral:3 dot heart:0.4", "normal:4 loose"},
      {"sexy", 0.5, 0.45, 0.25, "top:4 bra_top:2 blouse", "skirt:4 jeans:2 pants", "jacket:3 coat", "black:5 red:3 wine white gold:0.3 purple", "solid:6 leopard:1.5 snakeskin:0.5", "tight:6 normal"},
      {"hippie", 0.4, 0.5, 0.3, "blouse:3 top:2 tshirt", "jeans:3 skirt:3 pants", "vest:3 cardigan jacket", "brown:2 orange:2 wine yellow green purple beige", "paisley:3 tie_dye:2 floral:2 solid:2 zigzag",
       "loose:3 normal:2"},
      {"western", 0.35, 0.2, 0.5, "shirt:5 tshirt", "jeans:6 skirt:2", "jacket:4 vest:2", "brown:3 blue:3 beige:2 black white", "solid:5 check:2 paisley", "normal:5 tight"},
      {"oriental", 0.3, 0.5, 0.3, "blouse:4 top", "skirt:3 pants:3", "jacket coat", "red:3 navy black gold:0.4 green white purple", "solid:4 floral:3", "normal:4 loose"},
      {"modern", 1.3, 0.25, 0.6, "knitwear:3 shirt:3 blouse:2 top tshirt", "pants:5 skirt:3 jeans", "coat:4 jacket:4", "black:5 white:4 grey:3 beige:2 navy", "solid:9 stripe:0.5", "normal:5 loose tight"},
      {"sophisticated", 0.7, 0.35, 0.6, "blouse:4 knitwear:2 top", "pants:4 skirt:4", "jacket:4 coat:4", "black:3 white:2 beige:2 wine navy brown purple", "solid:7 houndstooth:0.6 stripe:0.5", "normal:5 tight:2"},
      {"avant_garde", 0.3, 0.35, 0.5, "top:2 blouse:2 shirt:2 knitwear", "skirt:3 pants:4", "coat:3 jacket:2", "black:5 white:2 grey silver red purple", "solid:5 gradation zigzag graphic zebra", "oversized:4 loose:3"},
      {"country", 0.5, 0.5, 0.4, "shirt:3 blouse:3 knitwear", "skirt:3 jeans:3 pants", "cardigan:4 vest", "brown beige:2 green khaki white:2 orange yellow", "gingham:2 check:2 floral:2 solid:4", "loose:3 normal:3"},
      {"resort", 1.0, 0.6, 0.15, "top:3 tshirt:2 blouse:2 shirt:2", "skirt:3 pants:3 jeans", "cardigan vest:0.3", "white:3 sky_blue:2 mint yellow orange blue beige pink", "solid:4 floral:3 stripe:2 tie_dye:0.6",
       "loose:3 normal:3"},
      {"genderless", 0.6, 0.05, 0.5, "tshirt:3 shirt:3 knitwear hoodie", "pants:5 jeans:2 jogger_pants", "jacket:2 coat:2 jumper", "black:3 grey:3 white:3 beige khaki navy", "solid:8 check:0.6", "oversized:5 loose:3"},
      {"sporty", 0.9, 0.05, 0.45, "tshirt:4 bra_top:2 hoodie:2 top", "leggings:4 jogger_pants:4 pants", "zip_up:5 jumper:2", "black:3 white:2 grey:2 neon:1.5 blue red mint", "solid:6 lettering:2 graphic:0.5", "tight:2 normal:4 loose"},
      {"retro", 0.7, 0.35, 0.4, "blouse:2 shirt:2 knitwear:2 top", "jeans:3 skirt:3 pants:2", "jacket:3 cardigan:2 coat", "orange:2 brown:2 yellow:2 green red:2 wine blue", "dot:2 check:2 stripe solid:4 zigzag:0.7 argyle floral",
       "normal:5 tight"},
      {"kitsch", 0.4, 0.25, 0.3, "tshirt:4 knitwear:2 top hoodie", "skirt:4 jeans:2 pants", "cardigan jumper jacket", "pink:3 yellow:2 purple:2 neon mint:2 red orange", "graphic:2 heart:2 dot:2 check stripe solid:2 leopard:0.5",
       "normal:4 loose:2 oversized"},
      {"hiphop", 0.6, 0.03, 0.4, "tshirt:4 hoodie:4", "jeans:3 jogger_pants:3 pants:3", "jumper:4 zip_up:2 padding", "black:4 red:2 white:2 neon yellow purple blue", "lettering:3 graphic:2 solid:4 camouflage tie_dye:0.5", "oversized:6 loose:2"},
      {"punk", 0.35, 0.12, 0.6, "tshirt:4 top knitwear", "pants:2 jeans:3 skirt:3", "jacket:6 jumper", "black:6 red:3 grey wine", "solid:4 check:2 skull:0 stripe zebra:0.5 graphic leopard:0.4", "tight:4 normal:2"},
      {"military", 0.5, 0.08, 0.6, "tshirt:4 shirt:2 knitwear", "pants:5 jeans:2 skirt", "jumper:4 jacket:3 coat", "khaki:6 beige:2 black:2 green brown", "solid:5 camouflage:3", "normal:4 loose:2"},
      {"street", 2.6, 0.08, 0.45, "tshirt:5 hoodie:4 shirt:2 knitwear:2", "jeans:5 pants:3 jogger_pants:2 skirt:2", "jumper:3 padding:2 jacket:3 zip_up:2 coat cardigan",
       "black:4 white:3 grey:3 blue:1.5 khaki beige red green navy", "solid:6 lettering:2 graphic:1.5 check stripe", "oversized:3 loose:3 normal:3"},
  };
  return rules;
}

}  // namespace jaedan::labeling::synth
