#include "app/workflow/photo/label_photos.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/workflow/people/acting_user.h"
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
    return value.attribute == attribute && !is_guess(value.provenance);
  });
}

/// What there is to say, and why nothing where there is nothing.
struct Answer {
  std::shared_ptr<const Command> command;
  LabelFate without = LabelFate::kUnchanged;
};

Answer group_of(std::vector<std::unique_ptr<const Command>> commands) {
  return {std::make_shared<CommandGroup>(kLabelTogether, std::move(commands)), LabelFate::kChanged};
}

Answer answer_for(const Annotation& annotation, const SharedLabel& label, const Taxonomy& taxonomy,
                  const std::string& who) {
  std::vector<std::unique_ptr<const Command>> all;
  const TaxonomyAttribute* attribute = taxonomy.attribute(label.attribute);
  const AttributeEdit edit = attribute && attribute->multiple ? AttributeEdit::kAdd : AttributeEdit::kReplace;
  if (!label.part) {
    if (label.only_unsaid && said_by_person(annotation.image_attributes, label.attribute)) {
      return {nullptr, LabelFate::kAnswered};
    }
    all.push_back(std::make_unique<SetImageAttribute>(label.attribute, label.value, who, edit));
    return group_of(std::move(all));
  }
  LabelFate without = LabelFate::kNoGarment;
  for (const Garment& garment : annotation.garments) {
    if (garment.part != *label.part) continue;
    without = LabelFate::kAnswered;
    if (label.only_unsaid && said_by_person(garment.attributes, label.attribute)) continue;
    all.push_back(std::make_unique<SetAttribute>(garment.id, label.attribute, label.value, who, edit));
  }
  return all.empty() ? Answer{nullptr, without} : group_of(std::move(all));
}

bool is_matter_of_what_is_said(const Error& error) {
  return error.code == ErrorCode::kInvalidArgument || error.code == ErrorCode::kRefused;
}

/// One photo after another; `work` says what became of it.
template <typename Work>
LabelReport for_all(Project& project, const std::vector<PhotoId>& photos, const Watch& watch, const Work& work) {
  LabelReport report;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    report.cancelled = watch.cancelled();
    if (report.cancelled) break;
    watch.report({"labelling", static_cast<std::int64_t>(i), static_cast<std::int64_t>(photos.size()), ""});
    const Result<Photo> photo = project.store().photo(photos[i]);
    const std::string name = photo.ok() ? photo->name : std::to_string(photos[i].value);
    LabelledPhoto labelled{photos[i], 0};
    const Result<LabelOutcome> outcome = photo.ok() ? work(labelled) : Result<LabelOutcome>(photo.error());
    if (outcome.ok()) {
      report.count(name, labelled, *outcome);
    } else {
      report.failed.push_back({name, outcome.error().message});
    }
  }
  return report;
}

}  // namespace

LabelReport& LabelReport::operator+=(const LabelReport& more) {
  changed += more.changed;
  unchanged += more.unchanged;
  no_garment += more.no_garment;
  answered += more.answered;
  approved += more.approved;
  refused.insert(refused.end(), more.refused.begin(), more.refused.end());
  failed.insert(failed.end(), more.failed.begin(), more.failed.end());
  labelled.insert(labelled.end(), more.labelled.begin(), more.labelled.end());
  cancelled = cancelled || more.cancelled;
  return *this;
}

void LabelReport::count(const std::string& photo_name, const LabelledPhoto& photo, const LabelOutcome& outcome) {
  switch (outcome.fate) {
    case LabelFate::kChanged:
      ++changed;
      labelled.push_back(photo);
      break;
    case LabelFate::kUnchanged: ++unchanged; break;
    case LabelFate::kNoGarment: ++no_garment; break;
    case LabelFate::kAnswered: ++answered; break;
    case LabelFate::kApproved: ++approved; break;
    case LabelFate::kRefused: refused.push_back({photo_name, outcome.refusal}); break;
  }
}

Result<LabelOutcome> label_photo(EditSession& session, const SharedLabel& label, const Taxonomy& taxonomy,
                                 const Actor& actor) {
  const Answer answer = answer_for(session.annotation(), label, taxonomy, actor.name);
  if (!answer.command) return LabelOutcome{answer.without, {}};
  const bool approved = session.annotation().state == WorkflowState::kApproved;
  // Whether it would change at all is known by trying.
  EditSession tried(session.photo(), session.annotation());
  EditSession& changing = approved && !label.approved_too ? tried : session;
  const std::int64_t before = changing.change_count();
  if (const Status done = changing.run(*answer.command, actor.in_batch()); !done.ok()) {
    if (!is_matter_of_what_is_said(done.error())) return done.error();
    return LabelOutcome{LabelFate::kRefused, done.error().message};
  }
  if (changing.change_count() == before) return LabelOutcome{LabelFate::kUnchanged, {}};
  return LabelOutcome{&changing == &tried ? LabelFate::kApproved : LabelFate::kChanged, {}};
}

Result<LabelReport> label_photos(Project& project, const SharedLabel& label, const Actor& actor, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, actor, Deed::kLabel));
  JAEDAN_RETURN_IF_ERROR(check(project.taxonomy(), label));
  return for_all(project, label.photos, watch, [&](LabelledPhoto& labelled) -> Result<LabelOutcome> {
    LabelOutcome outcome;
    JAEDAN_ASSIGN_OR_RETURN(labelled.revision,
                            edit_photo(project, labelled.photo, actor, [&](EditSession& session, const Actor& acting) {
                              Result<LabelOutcome> done = label_photo(session, label, project.taxonomy(), acting);
                              if (done.ok()) outcome = *done;
                              return done.ok() ? Status() : Status(done.error());
                            }));
    return outcome;
  });
}

Result<LabelReport> plan_labels(Project& project, SharedLabel label, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check(project.taxonomy(), label));
  label.approved_too = false;
  return for_all(project, label.photos, watch, [&](const LabelledPhoto& planned) -> Result<LabelOutcome> {
    JAEDAN_ASSIGN_OR_RETURN(Photo photo, project.store().photo(planned.photo));
    JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, project.store().annotation(planned.photo));
    EditSession session(std::move(photo), std::move(annotation));
    return label_photo(session, label, project.taxonomy(), Actor::alone("plan"));
  });
}

}  // namespace jaedan::workflow
