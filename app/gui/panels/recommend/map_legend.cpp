#include "app/gui/panels/recommend/map_legend.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "app/gui/charts/chart_look.h"
#include "labeling/base/message.h"

namespace jaedan::gui {
namespace {

constexpr std::size_t kMostClothColours = 24;

/// How a garment of each colour of the taxonomy looks.
std::optional<Colour> cloth_colour(const std::string& value) {
  static const std::map<std::string, Colour> kCloth = {
      {"black", rgb(0x1B1B1E)},    {"white", rgb(0xF7F7F5)},  {"grey", rgb(0x8F9094)},     {"red", rgb(0xC8202B)},
      {"pink", rgb(0xF08CB0)},     {"orange", rgb(0xEE7A1E)}, {"beige", rgb(0xDCC7A2)},    {"brown", rgb(0x7A4B2A)},
      {"yellow", rgb(0xF2CE2E)},   {"green", rgb(0x2E8B44)},  {"khaki", rgb(0x767A4A)},    {"mint", rgb(0x98E0C4)},
      {"blue", rgb(0x2F62C9)},     {"navy", rgb(0x1E2C57)},   {"sky_blue", rgb(0x8DC7EE)}, {"purple", rgb(0x7A37A0)},
      {"lavender", rgb(0xC1AAE6)}, {"wine", rgb(0x6E1430)},   {"neon", rgb(0xC8F72E)},     {"gold", rgb(0xC8A040)},
      {"silver", rgb(0xBFC3C9)}};
  const auto found = kCloth.find(value);
  return found == kCloth.end() ? std::nullopt : std::optional<Colour>(found->second);
}

/// What points are coloured by, whatever it is.
struct Choice {
  std::vector<std::string> words;          ///< one a value
  std::vector<std::optional<Colour>> own;  ///< a value's own colour
  const std::vector<std::int32_t>* value_of = nullptr;
  std::vector<std::int32_t> made;  ///< what `value_of` points at when nobody else owns it
};

Choice choice_of(const GarmentMap& map, const std::string& coloured_by, const Taxonomy& taxonomy, const Strings& text,
                 const Theme& theme) {
  Choice choice;
  if (coloured_by == kColouredByPart) {
    for (const Part part : kAllParts) {
      choice.words.push_back(text.part(part));
      choice.own.emplace_back(theme.part(part));
    }
    for (const MapGarment& garment : map.garments) {
      choice.made.push_back(static_cast<std::int32_t>(place_in_parts(garment.part)));
    }
    return choice;
  }
  if (coloured_by == kColouredByCluster) {
    for (std::size_t i = 0; i < map.clusters.size(); ++i) {
      choice.words.push_back(words_of(map.clusters[i], i, taxonomy, text));
    }
    choice.value_of = &map.cluster_of;
  } else {
    const auto label = std::find_if(map.labels.begin(), map.labels.end(),
                                    [&](const MapLabel& one) { return one.attribute == coloured_by; });
    if (label == map.labels.end()) return choice;
    const bool is_colour = coloured_by == attribute::kColour || coloured_by == attribute::kSubColour;
    for (const std::string& value : label->values) {
      choice.words.push_back(taxonomy.name_of(coloured_by, value, text.korean()));
      choice.own.push_back(is_colour ? cloth_colour(value) : std::nullopt);
    }
    choice.value_of = &label->value_of;
  }
  choice.own.resize(choice.words.size());
  return choice;
}

/// Where a garment's value stands in Choice::words; none where it is not said, or the map is not whole.
std::optional<std::size_t> value_at(const Choice& choice, std::size_t garment) {
  const std::vector<std::int32_t>& values = choice.value_of ? *choice.value_of : choice.made;
  if (garment >= values.size() || values[garment] < 0) return std::nullopt;
  const auto value = static_cast<std::size_t>(values[garment]);
  return value < choice.words.size() ? std::optional<std::size_t>(value) : std::nullopt;
}

}  // namespace

MapLegend legend_of(const GarmentMap& map, const std::string& coloured_by, const Taxonomy& taxonomy,
                    const Strings& text, const Theme& theme) {
  const Choice choice = choice_of(map, coloured_by, taxonomy, text, theme);
  std::vector<std::size_t> counts(choice.words.size(), 0), order(choice.words.size());
  for (std::size_t i = 0; i < map.garments.size(); ++i) {
    if (const auto value = value_at(choice, i)) ++counts[*value];
  }
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  MapLegend legend;
  const bool has_own =
      std::any_of(choice.own.begin(), choice.own.end(), [](const auto& own) { return own.has_value(); });
  legend.shows_cloth = has_own && coloured_by != kColouredByPart;
  const std::size_t most = has_own ? kMostClothColours : kChartColours;
  std::vector<std::optional<std::uint16_t>> row_of_value(choice.words.size());
  for (const std::size_t value : order) {
    if (counts[value] == 0 || legend.rows.size() >= most || (has_own && !choice.own[value])) continue;
    row_of_value[value] = static_cast<std::uint16_t>(legend.rows.size());
    const Colour colour = choice.own[value].value_or(chart_colour(theme.kind, legend.rows.size()));
    legend.rows.push_back({choice.words[value], colour, counts[value]});
  }
  const auto other = static_cast<std::uint16_t>(legend.rows.size());
  const auto unsaid = static_cast<std::uint16_t>(other + 1);
  legend.rows.push_back({text(Text::kMapOther), theme.muted, 0});
  legend.rows.push_back({text(Text::kMapUnsaid), with_alpha(theme.muted, 0.45F), 0});
  for (std::size_t i = 0; i < map.garments.size(); ++i) {
    const auto value = value_at(choice, i);
    const std::uint16_t row = value ? row_of_value[*value].value_or(other) : unsaid;
    legend.row_of.push_back(row);
    if (row >= other) ++legend.rows[row].garments;
  }
  return legend;
}

std::string name_of_choice(const std::string& coloured_by, const Taxonomy& taxonomy, const Strings& text) {
  if (coloured_by == kColouredByPart) return text(Text::kPart);
  if (coloured_by == kColouredByCluster) return text(Text::kMapCluster);
  const TaxonomyAttribute* attribute = taxonomy.attribute(coloured_by);
  return attribute ? text.attribute(*attribute) : coloured_by;
}

std::string words_of(const MapCluster& cluster, std::size_t number, const Taxonomy& taxonomy, const Strings& text) {
  std::string words = text.part(cluster.part);
  if (cluster.name.empty()) return words + " " + std::to_string(number + 1);
  for (std::size_t i = 0; i < cluster.name.size(); ++i) {
    const recommender::ClusterLabel& label = cluster.name[i];
    words += (i == 0 ? ": " : ", ") + taxonomy.name_of(label.attribute, label.value, text.korean());
  }
  return words;
}

std::string words_of_garment(const GarmentMap& map, std::uint32_t garment, const Taxonomy& taxonomy,
                             const Strings& text) {
  std::string words = map.photo_of(garment).name + "\n" + text.part(map.garments[garment].part);
  for (const MapLabel& label : map.labels) {
    if (garment >= label.value_of.size() || label.value_of[garment] < 0) continue;
    const auto value = static_cast<std::size_t>(label.value_of[garment]);
    if (value >= label.values.size()) continue;
    words += "\n" + name_of_choice(label.attribute, taxonomy, text) + ": " +
             taxonomy.name_of(label.attribute, label.values[value], text.korean());
  }
  if (garment < map.cluster_of.size() && map.cluster_of[garment] >= 0) {
    const auto cluster = static_cast<std::size_t>(map.cluster_of[garment]);
    if (cluster < map.clusters.size()) {
      words +=
          std::string("\n") + text(Text::kMapCluster) + ": " + words_of(map.clusters[cluster], cluster, taxonomy, text);
    }
  }
  return words;
}

}  // namespace jaedan::gui
