#include "labeling/synth/outfit.h"

#include <algorithm>

#include "labeling/synth/wardrobe.h"
#include "labeling/synth/weighted_words.h"

namespace jaedan::labeling::synth {
namespace {

std::string fit_of(const CategoryRule& rule, const StyleRule& style, Random& random) {
  std::string fit = draw_word(style.fits, random);
  if (rule.category == "leggings") return "skinny";
  if (rule.category == "bra_top") return "tight";
  if (rule.category == "padding" && fit == "tight") return "normal";
  if (rule.part != Part::kBottom) return fit;
  if (rule.category == "skirt" || rule.category == "jogger_pants") return fit == "oversized" ? "loose" : "normal";
  if (fit == "tight") return draw_word("skinny:4 normal", random);
  if (fit == "oversized") return draw_word("wide:3 loose:2", random);
  if (fit == "loose") return draw_word("wide:3 loose:2 bell_bottom:0.7", random);
  return draw_word("normal:4 skinny:2 wide bell_bottom:0.7", random);
}

/// Prints that a material cannot carry become solid.
std::string print_of(const CategoryRule& rule, const std::string& material, const StyleRule& style, Random& random) {
  static constexpr const char* kPlainMaterials[] = {"denim",          "leather", "padding", "fur",
                                                    "mustang",        "suede",   "velvet",  "vinyl_pvc",
                                                    "sequin_glitter", "lace",    "tweed",   "corduroy"};
  for (const char* plain : kPlainMaterials) {
    if (material == plain) return "solid";
  }
  const double printed = rule.part == Part::kDress    ? 1.0
                         : rule.part == Part::kTop    ? 0.8
                         : rule.part == Part::kBottom ? 0.45
                                                      : 0.3;
  if (!random.chance(printed)) return "solid";
  const std::string print = draw_word(style.prints, random);
  const bool decal = print == "lettering" || print == "graphic";
  const bool carries_decal = rule.category == "tshirt" || rule.category == "hoodie" || rule.category == "knitwear";
  if (decal && !carries_decal) return "solid";
  if (rule.category == "leggings" && print != "camouflage") return "solid";
  return print.empty() ? "solid" : print;
}

Dye main_dye(const CategoryRule& rule, const std::string& material, const StyleRule& style, Random& random) {
  if (material == "denim") return denim_dye(random);
  // A third of the clothes are any colour, so that every colour is met on every category.
  std::string name = random.chance(0.33) ? random.pick(colour_names()) : draw_word(style.colours, random);
  // Gold and silver are words for cloth that shines.
  const bool shines = material == "sequin_glitter" || material == "silk" || material == "leather" ||
                      material == "vinyl_pvc" || material == "padding";
  if (name == "gold" && !shines) name = "beige";
  if (name == "silver" && !shines) name = "grey";
  if (material == "leather" && random.chance(0.7)) name = draw_word("black:5 brown:2 wine beige:0.5", random);
  if (material == "fur" && random.chance(0.6)) name = draw_word("white beige brown:2 black grey", random);
  if (rule.part == Part::kBottom && random.chance(0.4))
    name = draw_word("black:4 navy grey beige brown white:0.7 khaki", random);
  return dye_of(name, random);
}

double repeat_of(const std::string& print, double unit, Random& random) {
  if (print == "stripe") return unit * random.uniform(5, 22);
  if (print == "check") return unit * random.uniform(14, 42);
  if (print == "gingham" || print == "houndstooth") return unit * random.uniform(5, 14);
  if (print == "dot" || print == "heart") return unit * random.uniform(8, 24);
  if (print == "camouflage" || print == "tie_dye") return unit * random.uniform(24, 50);
  if (print == "gradation") return unit * random.uniform(90, 200);
  return unit * random.uniform(12, 32);
}

void choose_inks(GarmentSpec& garment, const StyleRule& style, Random& random) {
  const Dye main = garment.dye;
  Dye sub = dye_of(
      random.chance(0.45) ? draw_word("white:4 black:3 navy beige", random) : draw_word(style.colours, random), random);
  for (int attempt = 0; sub.name == main.name && attempt < 8; ++attempt) {
    sub = dye_of(random.pick(colour_names()), random);
  }
  if (garment.print == "leopard") {
    garment.dye = dye_of(random.chance(0.7) ? "beige" : "brown", random);
    sub = dye_of("black", random);
  }
  if (garment.print == "zebra") {
    garment.dye = dye_of("white", random);
    sub = dye_of("black", random);
  }
  if (garment.print == "camouflage") {
    garment.dye = dye_of("khaki", random);
    sub = dye_of(random.chance(0.5) ? "brown" : "beige", random);
  }
  const Dye third = dye_of(draw_word(style.colours, random), random);
  garment.fabric.inks = {garment.dye.colour, sub.colour, third.colour};
  if (garment.print == "leopard") garment.fabric.inks.second = mix(garment.dye.colour, {0.45f, 0.25f, 0.1f}, 0.6);
  if (garment.print != "solid") garment.sub_dye = sub;
}

GarmentSpec garment_of(const CategoryRule& rule, const StyleRule& style, double unit, Random& random) {
  GarmentSpec garment;
  garment.part = rule.part;
  garment.category = rule.category;
  garment.material = draw_word(rule.materials, random);
  garment.length = draw_word(rule.lengths, random);
  garment.sleeve_length = draw_word(rule.sleeves, random);
  garment.neckline = draw_word(rule.necklines, random);
  garment.collar = draw_word(rule.collars, random);
  garment.fit = fit_of(rule, style, random);
  garment.print = print_of(rule, garment.material, style, random);
  garment.whim = random.uniform();
  for (int i = 0; i < 2; ++i) {
    const std::string detail = draw_word(rule.details, random);
    if (!detail.empty() && !garment.has(detail)) garment.details.push_back(detail);
  }
  // A collar needs an ordinary neckline under it.
  if (!garment.collar.empty() && garment.neckline != "v" && garment.neckline != "round") garment.neckline.clear();
  const bool bare_shoulders = garment.neckline == "halter" || garment.neckline == "sweetheart";
  if (bare_shoulders) garment.sleeve_length = "sleeveless";
  if (garment.neckline == "one_shoulder" && garment.sleeve_length != "sleeveless") garment.neckline = "boat";
  if (garment.neckline == "turtle" && garment.sleeve_length == "cap") garment.sleeve_length = "long";

  garment.dye = main_dye(rule, garment.material, style, random);
  garment.fabric = plain_fabric(garment.dye.colour, garment.material, unit, static_cast<std::uint32_t>(random.bits()));
  garment.fabric.pattern = pattern_of(garment.print);
  garment.fabric.repeat = repeat_of(garment.print, unit, random);
  if (garment.print == "stripe" && random.chance(rule.part == Part::kTop ? 0.3 : 0.6)) garment.fabric.turn = 1.5707963;
  if (garment.print == "check" && random.chance(0.15)) garment.fabric.turn = 0.785398;
  choose_inks(garment, style, random);
  return garment;
}

const StyleRule& random_style(Random& random) {
  std::vector<double> weights;
  for (const StyleRule& rule : style_rules()) {
    weights.push_back(rule.weight);
  }
  return style_rules()[random.weighted(weights)];
}

void drop_detail(GarmentSpec& garment, const std::string& detail) {
  garment.details.erase(std::remove(garment.details.begin(), garment.details.end(), detail), garment.details.end());
}

/// What is worn under an outer has to fit into it: no shoulders wider than its own, and no wide skirt that would stand
/// out sideways from under a longer coat.
void fit_under_outer(Outfit& outfit) {
  const GarmentSpec* outer = outfit.of(Part::kOuter);
  if (!outer) return;
  for (GarmentSpec& garment : outfit.garments) {
    if (garment.part != Part::kTop && garment.part != Part::kDress) continue;
    drop_detail(garment, "drop_shoulder");
    drop_detail(garment, "puff");
    if (garment.fit == "oversized") garment.fit = "loose";
  }
  if (outer->length == "crop" || outer->length == "normal") return;
  for (GarmentSpec& garment : outfit.garments) {
    if (garment.part == Part::kOuter || !(garment.is("skirt") || garment.is("dress"))) continue;
    drop_detail(garment, "flare");
    drop_detail(garment, "pleats");
  }
}

}  // namespace

bool GarmentSpec::has(const std::string& detail) const {
  return std::find(details.begin(), details.end(), detail) != details.end();
}

const GarmentSpec* Outfit::of(Part part) const {
  for (const GarmentSpec& garment : garments) {
    if (garment.part == part) return &garment;
  }
  return nullptr;
}

Outfit random_outfit(double unit, bool masculine, Random& random) {
  const StyleRule& style = random_style(random);
  Outfit outfit;
  outfit.style = style.style;
  const auto add = [&](const std::string& category) -> GarmentSpec& {
    outfit.garments.push_back(garment_of(*category_rule(category), style, unit, random));
    return outfit.garments.back();
  };
  if (random.chance(style.outer)) {
    GarmentSpec& outer = add(draw_word(style.outers, random));
    outer.open = random.chance(outer.is("padding") ? 0.5 : 0.72);
  }
  if (random.chance(masculine ? 0.0 : style.dress)) {
    add(draw_word("dress:6 jumpsuit", random));
  } else {
    std::string upper = draw_word(style.tops, random);
    if (masculine && (upper == "bra_top" || upper == "top" || upper == "blouse"))
      upper = draw_word("tshirt:3 shirt:2 knitwear", random);
    GarmentSpec& top = add(upper);
    top.tucked = top.length != "crop" && top.fit != "oversized" && random.chance(0.45);
    std::string category = draw_word(style.bottoms, random);
    if (masculine && (category == "skirt" || category == "leggings")) category = draw_word("jeans:2 pants:3", random);
    GarmentSpec& bottom = add(category);
    if (bottom.is("leggings")) outfit.garments[outfit.garments.size() - 2].tucked = false;
  }
  fit_under_outer(outfit);
  return outfit;
}

Outfit random_single(double unit, Random& random) {
  const StyleRule& style = random_style(random);
  Outfit outfit;
  outfit.style = style.style;
  const std::string category = draw_word(
      "coat jacket:1.5 jumper padding vest cardigan zip_up top blouse tshirt:3 knitwear:2 shirt:2 hoodie:1.5 jeans:1.5 "
      "pants:2 "
      "skirt:2 leggings:0.5 jogger_pants dress:3 jumpsuit:0.6",
      random);
  outfit.garments.push_back(garment_of(*category_rule(category), style, unit, random));
  return outfit;
}

}  // namespace jaedan::labeling::synth
