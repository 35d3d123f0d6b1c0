#include "app/workflow/photo/label_photos.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_image_attribute.h"

namespace jaedan::workflow {
namespace {

Status check(const Taxonomy& taxonomy, const SharedLabel& label) {
  const TaxonomyAttribute* attribute = taxonomy.attribute(label.attribute);
  const bool fits = attribute && (label.part ? !attribute->image_level && attribute->applies_to(*label.part)
                                             : attribute->image_level);
  if (!fits) {
    return Error{ErrorCode::kInvalidArgument, "label.not_asked", "{0}: nothing that is asked there", {label.attribute}};
  }
  const auto is_said_of = [&](Part part) {
    const auto values = attribute->values_for(part);
    return std::any_of(values.begin(), values.end(), [&](const auto* value) { return value->id == label.value; });
  };
  const bool known =
      label.value == kNotSure || (label.part ? is_said_of(*label.part) : attribute->value(label.value) != nullptr);
  if (!known) {
    return Error{ErrorCode::kInvalidArgument,
                 "label.no_such_value",
                 "{0}={1}: no such value",
                 {name_in_both(attribute->id, attribute->korean), label.value}};
  }
  return {};
}

bool said_by_person(const AttributeValues& values, const std::string& attribute) {
  return std::any_of(values.begin(), values.end(), [&](const AttributeValue& value) {
    return value.attribute == attribute && value.provenance.source != Source::kModel;
  });
}

/// Null when there is nothing to say.
std::shared_ptr<const Command> command_for(const Annotation& annotation, const SharedLabel& label,
                                           const Taxonomy& taxonomy, const std::string& who) {
  if (!label.part) {
    if (label.only_unsaid && said_by_person(annotation.image_attributes, label.attribute)) return nullptr;
    return std::make_shared<SetImageAttribute>(label.attribute, label.value, who);
  }
  const TaxonomyAttribute* attribute = taxonomy.attribute(label.attribute);
  const AttributeEdit edit = attribute && attribute->multiple ? AttributeEdit::kAdd : AttributeEdit::kReplace;
  std::vector<std::unique_ptr<const Command>> all;
  for (const Garment& garment : annotation.garments) {
    if (garment.part != *label.part) continue;
    if (label.only_unsaid && said_by_person(garment.attributes, label.attribute)) continue;
    all.push_back(std::make_unique<SetAttribute>(garment.id, label.attribute, label.value, who, edit));
  }
  if (all.empty()) return nullptr;
  return std::make_shared<CommandGroup>("set_attribute", std::move(all));
}

}  // namespace

MakeCommand labelling(const SharedLabel& label, const Taxonomy& taxonomy, const Actor& actor) {
  return [label, &taxonomy, who = actor.name](const EditSession& session) -> MadeCommand {
    return command_for(session.annotation(), label, taxonomy, who);
  };
}

Result<BatchReport> label_photos(Project& project, const SharedLabel& label, const Actor& actor, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check(project.taxonomy(), label));
  const MakeCommand make = labelling(label, project.taxonomy(), actor);
  BatchReport report;
  for (std::size_t i = 0; i < label.photos.size(); ++i) {
    if (watch.cancelled()) {
      report.cancelled = true;
      break;
    }
    watch.report({"labelling", static_cast<std::int64_t>(i), static_cast<std::int64_t>(label.photos.size()), ""});
    const Result<bool> changed = change_photo(project, label.photos[i], actor, make);
    if (changed.ok()) {
      ++(*changed ? report.done : report.skipped);
    } else {
      const Result<Photo> photo = project.store().photo(label.photos[i]);
      report.failed.push_back(
          {photo.ok() ? photo->name : std::to_string(label.photos[i].value), changed.error().message});
    }
  }
  return report;
}

}  // namespace jaedan::workflow
