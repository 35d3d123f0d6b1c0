#include "tests/labeling/store/store_contract.h"

#include <stdexcept>

#include "tests/labeling/store/project_at.h"

namespace jaedan::labeling::testing {
namespace {

template <typename T>
T must(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(result.error().text());  // gtest reports it as a failure
  return std::move(result).value();
}

}  // namespace

std::vector<StoreKind> all_stores() { return {{"Memory", false}, {"Sqlite", true}}; }

void StoreContract::SetUp() {
  project_ = folder_ / "봄 시즌 '24.jaedan";
  store_ = GetParam().keeps ? must(create_project_at(project_)) : make_memory_store();
}

std::unique_ptr<Store> StoreContract::another_connection() { return must(open_project_at(project_)); }

PhotoId StoreContract::add_photo(const std::string& name, int width, int height) {
  return must(store().add_photos({Photo{PhotoId{}, name, "/photos/" + name + ".jpg", width, height}})).front();
}

Annotation StoreContract::save(const Annotation& annotation, const std::string& who) {
  must(store().save(annotation, {who, "edit"}));
  return load(annotation.photo);
}

Annotation StoreContract::load(PhotoId id) { return must(store().annotation(id)); }

std::vector<std::string> StoreContract::names(const PhotoFilter& filter) {
  std::vector<std::string> names;
  for (const PhotoRow& row : must(store().list(filter, PhotoId{}, 1000))) names.push_back(row.photo.name);
  EXPECT_EQ(must(store().count(filter)), static_cast<std::int64_t>(names.size()));
  return names;
}

std::vector<std::string> problems_of(Store& store) {
  std::vector<std::string> sentences;
  for (const Result<std::vector<Message>>& problems : {store.verify(), store.verify_log({})}) {
    if (!problems.ok()) return {problems.error().text()};
    for (const Message& problem : *problems) sentences.push_back(problem.text());
  }
  return sentences;
}

Garment garment(std::int64_t id, Part part) {
  Garment garment;
  garment.id = GarmentId{id};
  garment.part = part;
  garment.region.rings = {{{1, 2}, {30, 4}, {5, 60}}};
  garment.region_provenance = Provenance::human("mina");
  return garment;
}

AttributeValue value(const std::string& attribute, const std::string& value_id) {
  return {attribute, value_id, "", Provenance::human("mina")};
}

Annotation full_annotation(PhotoId photo) {
  Garment skirt = garment(7, Part::kBottom);
  skirt.region.rings = {{{0.1, 1.0 / 3}, {1e-300, -0.0}, {123456.789012345, 5e307}}, {}, {{1, 1}, {2, 2}, {3, 1}}};
  skirt.region_provenance = Provenance::model("net-1", 0.1 + 0.2);
  skirt.region_provenance.confirmed_by = "지우 '준'";
  skirt.handling = {"batch", "mina", "검수자"};
  skirt.rect = Rect{0.30000000000000004, 2, 3, 4.5};
  skirt.locked = true;
  AttributeValue colour{"colour", "black", "블랙 ", Provenance::model("net-1", 0.87)};
  colour.provenance.confirmed_by = "jun";
  colour.alternatives = {{"navy", 0.1 + 0.2}, {"다른 '값'", 1e-300}};
  AttributeValue detail{"detail", "나만의 \"값\"\n줄", "it's; drop table photo --", Provenance::import("kfashion")};
  skirt.attributes = {colour, detail, detail};
  Garment shirt = garment(3, Part::kTop);
  shirt.region = {};
  shirt.hidden = true;

  Annotation annotation;
  annotation.photo = photo;
  annotation.garments = {skirt, shirt};
  annotation.image_attributes = {value("style", "street"), value("sub_style", "not_sure")};
  annotation.state = WorkflowState::kExpert;
  return annotation;
}

Prediction prediction_with_scores(const std::vector<double>& scores) {
  Prediction prediction;
  prediction.model_id = "net-1";
  Reading& reading = prediction.readings.emplace_back();
  for (const double score : scores) {
    Proposal& proposal = reading.garments.emplace_back();
    proposal.part = Part::kDress;
    proposal.region.rings = {{{0, 0}, {0.1, 9}, {8, 1.0 / 7}}};
    proposal.score = score;
    proposal.attributes = {{"length", "mini", "", Provenance::model("net-1", 0.5), {{"midi", 1.0 / 3}}}};
    proposal.embedding = {0.6f, -0.8f, 1e-30f};
  }
  return prediction;
}

}  // namespace jaedan::labeling::testing
