#include "labeling/store/quality/measure_json.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace jaedan::labeling {
namespace {

using MeasureJson = nlohmann::json;

constexpr const char* kWholePhoto = "";  // in place of a part

MeasureJson json_of_parts(const std::array<OutlineAgreement, 4>& parts) {
  MeasureJson all = MeasureJson::array();
  for (const OutlineAgreement& part : parts) all.push_back({part.matched, part.alone, part.same, part.iou_sum});
  return all;
}

std::array<OutlineAgreement, 4> parts_from(const MeasureJson& json) {
  std::array<OutlineAgreement, 4> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const MeasureJson& part = json.at(i);
    parts[i] = {part.at(0).get<std::size_t>(), part.at(1).get<std::size_t>(), part.at(2).get<std::size_t>(),
                part.at(3).get<double>()};
  }
  return parts;
}

std::string_view id_of_part(const std::optional<Part>& part) { return part ? id_of(*part) : kWholePhoto; }

std::optional<Part> part_of(const MeasureJson& json) {
  const auto& id = json.get_ref<const std::string&>();
  if (id == kWholePhoto) return std::nullopt;
  const std::optional<Part> part = part_from_id(id);
  if (!part) throw std::runtime_error("part");
  return part;
}

MeasureJson json_or_null(const std::optional<double>& number) { return number ? MeasureJson(*number) : MeasureJson(); }
std::optional<double> number_or_none(const MeasureJson& json) {
  return json.is_null() ? std::nullopt : std::optional<double>(json.get<double>());
}

template <typename Measure, typename Fill>
Result<Measure> measure_from(const std::string& text, const Fill& fill) {
  try {
    Measure measure;
    fill(MeasureJson::parse(text), measure);
    return measure;
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kCorrupt,
                 "store.bad_measure",
                 "cannot read how well people answered: {0}; measure anew (jaedan verify --recount)",
                 {exception.what()}};
  }
}

}  // namespace

std::string measure_to_json(const ControlMeasure& measure) {
  MeasureJson json = {{"parts", json_of_parts(measure.parts)}, {"labels", MeasureJson::array()}};
  for (const ControlMeasure::Labels& labels : measure.labels) {
    json["labels"].push_back(
        MeasureJson::array({labels.attribute, id_of_part(labels.part), labels.score.right, labels.score.asked}));
  }
  return json.dump();
}

std::string measure_to_json(const PanelMeasure& measure) {
  MeasureJson json = {{"people", MeasureJson::array()},
                      {"iou", json_or_null(measure.mean_iou)},
                      {"f1", json_or_null(measure.f1)},
                      {"parts", json_of_parts(measure.parts)},
                      {"said", MeasureJson::array()}};
  for (const UserId user : measure.people) json["people"].push_back(user.value);
  for (const SaidLabel& label : measure.said) {
    MeasureJson said = MeasureJson::array();
    for (const auto& [person, value] : label.said) said.push_back(MeasureJson::array({person, value}));
    json["said"].push_back(MeasureJson::array({label.attribute, id_of_part(label.part), said}));
  }
  return json.dump();
}

Result<ControlMeasure> control_measure_from_json(const std::string& text) {
  return measure_from<ControlMeasure>(text, [](const MeasureJson& json, ControlMeasure& measure) {
    measure.parts = parts_from(json.at("parts"));
    for (const MeasureJson& labels : json.at("labels")) {
      measure.labels.push_back({labels.at(0).get<std::string>(),
                                part_of(labels.at(1)),
                                {labels.at(2).get<std::int64_t>(), labels.at(3).get<std::int64_t>()}});
    }
  });
}

Result<PanelMeasure> panel_measure_from_json(const std::string& text) {
  return measure_from<PanelMeasure>(text, [](const MeasureJson& json, PanelMeasure& measure) {
    for (const MeasureJson& user : json.at("people")) measure.people.push_back(UserId{user.get<std::int64_t>()});
    measure.mean_iou = number_or_none(json.at("iou"));
    measure.f1 = number_or_none(json.at("f1"));
    measure.parts = parts_from(json.at("parts"));
    for (const MeasureJson& label : json.at("said")) {
      SaidLabel& said = measure.said.emplace_back();
      said.attribute = label.at(0).get<std::string>();
      said.part = part_of(label.at(1));
      for (const MeasureJson& one : label.at(2)) {
        const auto person = one.at(0).get<std::size_t>();
        if (person >= measure.people.size()) throw std::out_of_range("said by nobody");
        said.said[person] = one.at(1).get<std::string>();
      }
    }
  });
}

}  // namespace jaedan::labeling
