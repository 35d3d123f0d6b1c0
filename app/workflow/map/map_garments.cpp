#include "app/workflow/map/map_garments.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "app/workflow/recommend/model_choice.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;

/// The catalogue that answers now, with everything read that can be without a model.
Result<GarmentCatalogue*> read_garments(Project& project, GarmentCatalogues& catalogues, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const ModelChoice choice, choose_model(project, catalogues, {}));
  GarmentCatalogue& catalogue = catalogues.of(choice.id);
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, Patience::kRead, watch));
  return &catalogue;
}

void mix(std::uint64_t& print, std::uint64_t more) {
  print ^= more + 0x9E3779B97F4A7C15ULL + (print << 6) + (print >> 2);
}

void mix(std::uint64_t& print, const AttributeValues& values) {
  for (const AttributeValue& value : values) {
    mix(print, std::hash<std::string>()(value.attribute));
    mix(print, std::hash<std::string>()(value.value));
  }
}

std::uint64_t print_of(const Item& item) {
  std::uint64_t print = static_cast<std::uint64_t>(item.garment.value);
  mix(print, static_cast<std::uint64_t>(item.part));
  mix(print, item.attributes);
  mix(print, item.photo_values);
  return print;
}

/// Tells each photo and the print of its garments, ascending.
template <typename Tell>
void for_each_photo(const std::vector<Item>& items, const Tell& tell) {
  for (auto at = items.begin(); at != items.end();) {
    const PhotoId photo = at->photo;
    std::uint64_t print = 0;
    for (; at != items.end() && at->photo == photo; ++at) mix(print, print_of(*at));
    tell(photo, print);
  }
}

/// Puts what is said of garments into columns of small numbers.
class Columns {
 public:
  Columns(const Taxonomy& taxonomy, std::size_t garments) : columns_(taxonomy.attributes().size()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].label.attribute = taxonomy.attributes()[i].id;
      columns_[i].label.value_of.assign(garments, -1);
      place_of_[columns_[i].label.attribute] = i;
    }
  }

  void add(std::size_t garment, const AttributeValues& values) {
    for (const AttributeValue& value : values) {
      const auto place = place_of_.find(value.attribute);
      if (place == place_of_.end() || value.value == kNotSure) continue;
      Column& column = columns_[place->second];
      std::int32_t& said = column.label.value_of[garment];
      if (said >= 0) continue;
      const auto [number, is_new] = column.number_of.try_emplace(value.value, column.label.values.size());
      if (is_new) column.label.values.push_back(value.value);
      said = static_cast<std::int32_t>(number->second);
    }
  }

  std::vector<MapLabel> take() {
    std::vector<MapLabel> labels;
    for (Column& column : columns_) {
      if (!column.label.values.empty()) labels.push_back(std::move(column.label));
    }
    return labels;
  }

 private:
  struct Column {
    MapLabel label;
    std::map<std::string, std::size_t> number_of;
  };
  std::vector<Column> columns_;
  std::map<std::string, std::size_t> place_of_;
};

}  // namespace

Result<MapSource> map_source(Project& project, GarmentCatalogues& catalogues, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(GarmentCatalogue * catalogue, read_garments(project, catalogues, watch));
  MapSource source;
  source.model_id = catalogue->model_id();
  source.garments = catalogue->shared();
  const CatalogueGaps gaps = catalogue->gaps();
  source.without_vector = gaps.without_vector + gaps.unreadable;
  for (const Item& item : source.garments->items()) {
    if (source.photos.empty() || source.photos.back().id != item.photo) {
      source.photos.push_back(catalogue->photo(item.photo));
    }
    source.boxes.push_back(catalogue->box_of({item.photo, item.garment}));
  }
  return source;
}

MappedGarments mapped_garments(const MapSource& source, const Taxonomy& taxonomy) {
  const std::vector<Item>& items = source.garments->items();
  MappedGarments map;
  map.photos = source.photos;
  map.model_id = source.model_id;
  map.without_vector = source.without_vector;
  Columns columns(taxonomy, items.size());
  std::uint32_t photo = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && items[i].photo != items[i - 1].photo) ++photo;
    map.garments.push_back({photo, items[i].garment, items[i].part, source.boxes[i]});
    columns.add(i, items[i].attributes);
    columns.add(i, items[i].photo_values);
  }
  map.labels = columns.take();
  for_each_photo(items, [&](PhotoId, std::uint64_t print) { map.prints.push_back(print); });
  return map;
}

Result<std::int64_t> photos_changed_since(Project& project, GarmentCatalogues& catalogues, const MappedGarments& map,
                                          const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(GarmentCatalogue * catalogue, read_garments(project, catalogues, watch));
  const bool same_model = catalogue->model_id() == map.model_id;
  std::int64_t changed = 0;
  std::size_t before = 0;
  for_each_photo(catalogue->garments().items(), [&](PhotoId photo, std::uint64_t print) {
    for (; before < map.photos.size() && map.photos[before].id < photo; ++before) ++changed;  // gone
    const bool was_there = before < map.photos.size() && map.photos[before].id == photo;
    changed += was_there && same_model && map.prints[before] == print ? 0 : 1;
    before += was_there ? 1 : 0;
  });
  return changed + static_cast<std::int64_t>(map.photos.size() - before);
}

}  // namespace jaedan::workflow
