#include "app/workflow/quality/merge_answers.h"

#include <algorithm>
#include <string>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/photo/open_photo.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/quality/managing.h"
#include "app/workflow/quality/panels.h"
#include "labeling/store/annotation_json.h"
#include "labeling/store/log_content.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

using labeling::Consensus;
using labeling::ConsensusGarment;
using labeling::LabelVote;
using labeling::Panel;
using labeling::PanelState;
using labeling::VoteOutcome;

/// What is open of some votes: "colour: black 2 = navy 2".
void add_ties(const std::vector<LabelVote>& votes, const std::string& of_what, std::string& text) {
  std::string attribute;
  for (const LabelVote& vote : votes) {
    if (vote.outcome != VoteOutcome::kUndecided) continue;
    if (vote.attribute == attribute) {
      text += " = ";
    } else {
      text += (text.empty() ? "" : "; ") + of_what + vote.attribute + ": ";
    }
    attribute = vote.attribute;
    text += (vote.value.empty() ? "-" : vote.value) + " " + std::to_string(vote.supporters.size());
  }
}

/// Values and parts by their ids, so that it reads the same in every language.
std::string open_questions(const Consensus& consensus, std::size_t people) {
  std::string text;
  for (const ConsensusGarment& one : consensus.undecided) {
    text += (text.empty() ? "" : "; ") + std::string(id_of(one.garment.part)) + " " +
            std::to_string(one.supporters.size()) + "/" + std::to_string(people);
  }
  for (const ConsensusGarment& one : consensus.garments) {
    add_ties(one.votes, std::string(id_of(one.garment.part)) + " ", text);
  }
  add_ties(consensus.image_votes, "", text);
  return text;
}

/// Where the photo stands with what was merged at `stage`; `before`: where it stood.
WorkflowState state_merged(const Consensus& consensus, Stage stage, WorkflowState before) {
  // Somebody draws at this stage again; also where no garment is left, which nobody could hand on.
  if (!consensus.undecided.empty() || consensus.garments.empty()) return before;
  const bool waits_for_expert = stage == Stage::kExpert && consensus.waits();
  return waits_for_expert ? WorkflowState::kBasic : state_done(stage);
}

Annotation merged_annotation(const Annotation& before, const Consensus& consensus, Stage stage) {
  Annotation merged = before;
  merged.garments.clear();
  for (const ConsensusGarment& one : consensus.garments) merged.garments.push_back(one.garment);
  merged.image_attributes = consensus.image_attributes;
  merged.state = state_merged(consensus, stage, before.state);
  return merged;
}

Error not_all_in(const Panel& panel) {
  return {ErrorCode::kRefused,
          "merge.not_all_in",
          "{0} of {1} people have submitted photo {2}; it is merged when all have, or with --early when two have",
          {panel.submitted, panel.people, panel.photo.value}};
}

Status comment_on(Project& project, const Actor& manager, const Panel& panel, const std::string& open) {
  if (open.empty()) return {};
  labeling::Comment comment;
  comment.photo = panel.photo;
  comment.text = open;
  comment.stage = panel.stage;
  JAEDAN_RETURN_IF_ERROR(add_comment_in_batch(project, manager, comment));
  return {};
}

/// The photo's edit history with the merge as its last step, which nobody but a manager takes back.
Result<std::string> history_with_merge(Project& project, const Annotation& before, const Annotation& after) {
  JAEDAN_ASSIGN_OR_RETURN(const EditSession session, open_session(project, before.photo));
  UndoHistory history = session.history();
  UndoEntry entry;
  entry.name = id_of(ProjectDeed::kMerge);
  entry.changes = {Change::kOutlines, Change::kLabels, Change::kAdds, Change::kRemoves};
  entry.deed = Deed::kManage;
  entry.patch = difference(before, after);
  history.push(std::move(entry));
  return history.to_bytes();
}

/// The history of before the merge; empty when the photo was opened with a program that could not read it.
Result<std::string> history_before_merge(Project& project, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const EditSession session, open_session(project, photo));
  UndoHistory history = session.history();
  const bool is_last = history.can_undo() && history.undo_entry().name == id_of(ProjectDeed::kMerge);
  if (!is_last) return std::string();
  history.drop_last();
  return history.to_bytes();
}

/// In a transaction of the caller, by who may.
Result<MergedPhoto> merge(Project& project, const Actor& manager, PhotoId id, const MergeChoice& choice) {
  labeling::Store& store = project.store();
  MergedPhoto merged;
  JAEDAN_ASSIGN_OR_RETURN(merged.panel, open_panel_of(project, id));
  const bool enough = merged.panel.complete() || (choice.early && merged.panel.submitted >= labeling::kLeastPanel);
  if (!enough) return not_all_in(merged.panel);
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(id));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Annotation> people, submitted_answers(project, merged.panel));
  labeling::ConsensusOptions options;
  options.outlines = choice.outlines;
  merged.consensus = labeling::merge_people(people, project.taxonomy(), photo.width, photo.height, options);
  JAEDAN_ASSIGN_OR_RETURN(const Annotation before, store.annotation(id));
  const Annotation after = merged_annotation(before, merged.consensus, merged.panel.stage);
  JAEDAN_ASSIGN_OR_RETURN(const std::string history, history_with_merge(project, before, after));
  JAEDAN_RETURN_IF_ERROR(
      store.end_panel(merged.panel.id, PanelState::kMerged, before.revision + 1, labeling::utc_now()));
  JAEDAN_RETURN_IF_ERROR(store.save(after, change_note(manager, ProjectDeed::kMerge), history));
  JAEDAN_RETURN_IF_ERROR(comment_on(project, manager, merged.panel, open_questions(merged.consensus, people.size())));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> ended, store.panel_of(id));
  merged.panel = ended.value_or(merged.panel);
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(labeling::panel_subject(merged.panel),
                                             change_note(manager, ProjectDeed::kMerge),
                                             labeling::panel_content(merged.panel)));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Stage> returned_to, store.returned_to(id));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  merged.state = after.state;
  merged.next = next_stage(after.state, returned_to, rules.stages);
  return merged;
}

Error cannot_take_back(const char* key, const char* english, PhotoId photo) {
  return {ErrorCode::kRefused, key, english, {photo.value}};
}

/// The record of the merge; none where the log does not have it.
Result<std::optional<labeling::ChangeRecord>> record_of(labeling::Store& store, const Panel& panel) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::ChangeRecord> changes, store.changes(panel.photo));
  const auto merge = std::find_if(changes.begin(), changes.end(), [&](const labeling::ChangeRecord& change) {
    return change.revision == panel.merged_revision;
  });
  if (merge == changes.end()) return std::optional<labeling::ChangeRecord>();
  return std::optional<labeling::ChangeRecord>(std::move(*merge));
}

/// The annotation as it was before the merge.
Result<Annotation> annotation_before(PhotoId photo, const std::optional<labeling::ChangeRecord>& merge) {
  Annotation before;
  before.photo = photo;
  if (!merge || merge->before.empty()) return before;
  return labeling::annotation_from_json(merge->before);
}

/// What the merge said is open is no question any more: the next one says it anew.
Status settle_comment(Project& project, const Actor& manager, const Panel& panel,
                      const std::optional<labeling::ChangeRecord>& merge) {
  if (!merge) return {};
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::Comment> comments, project.store().comments(panel.photo));
  const auto own = std::find_if(comments.begin(), comments.end(), [&](const labeling::Comment& comment) {
    const bool is_after = comment.at >= merge->at && comment.who == merge->note.who;
    return is_after && comment.stage == panel.stage && !comment.reason && !comment.place;
  });
  if (own == comments.end()) return {};
  JAEDAN_RETURN_IF_ERROR(resolve_comment_in_batch(project, manager, own->id));
  return {};
}

Result<Panel> take_back(Project& project, const Actor& manager, PhotoId photo) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> panel, store.panel_of(photo));
  if (!panel || panel->state != PanelState::kMerged) {
    return cannot_take_back("merge.none", "photo {0} was not merged, so there is nothing to take back", photo);
  }
  JAEDAN_ASSIGN_OR_RETURN(const Annotation now, store.annotation(photo));
  if (now.revision != panel->merged_revision) {
    return cannot_take_back("merge.changed_since", "photo {0} was changed since it was merged; it stays as it is",
                            photo);
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::ChangeRecord> merge, record_of(store, *panel));
  JAEDAN_ASSIGN_OR_RETURN(Annotation before, annotation_before(photo, merge));
  before.revision = now.revision;
  JAEDAN_ASSIGN_OR_RETURN(const std::string history, history_before_merge(project, photo));
  const std::string deed = undo_of(id_of(ProjectDeed::kMerge));
  JAEDAN_RETURN_IF_ERROR(store.save(before, change_note(manager, deed), history));
  if (before.state == WorkflowState::kReturned) JAEDAN_RETURN_IF_ERROR(store.set_returned_to(photo, panel->stage));
  JAEDAN_RETURN_IF_ERROR(settle_comment(project, manager, *panel, merge));
  JAEDAN_RETURN_IF_ERROR(store.reopen_panel(panel->id, labeling::utc_now()));
  JAEDAN_ASSIGN_OR_RETURN(const Panel open, open_panel_of(project, photo));
  JAEDAN_RETURN_IF_ERROR(
      store.append_to_log(labeling::panel_subject(open), change_note(manager, deed), labeling::panel_content(open)));
  return open;
}

}  // namespace

Result<std::vector<Annotation>> submitted_answers(const Project& project, const Panel& panel) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::Answer> answers, project.store().answers_of(panel.id));
  std::vector<Annotation> people;
  for (const labeling::Answer& answer : answers) {
    if (answer.submitted()) people.push_back(answer.annotation);
  }
  return people;
}

Result<MergedPhoto> merge_answers(Project& project, const Actor& manager, PhotoId photo, const MergeChoice& choice) {
  MergedPhoto merged;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(merged, merge(project, now, photo, choice));
    return {};
  });
  if (!done.ok()) return done.error();
  return merged;
}

Result<BatchReport> merge_all(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                              const MergeChoice& choice, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(managing_team(project, manager));
  // A transaction for each photo: some take seconds to merge, and nobody could claim meanwhile.
  return for_each_photo(project, filter, "merging", watch,
                        [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                          JAEDAN_ASSIGN_OR_RETURN(const auto panel, project.store().panel_of(row.photo.id));
                          if (!panel || panel->state != PanelState::kOpen) {
                            report.skip({"merge.no_panel", "not given to several people"});
                          } else if (!panel->complete() && !choice.early) {
                            report.skip({"merge.waits", "answers are missing"});
                          } else {
                            JAEDAN_RETURN_IF_ERROR(merge_answers(project, manager, row.photo.id, choice));
                            ++report.done;
                          }
                          return {};
                        });
}

Result<Panel> undo_merge(Project& project, const Actor& manager, PhotoId photo) {
  Panel panel;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(panel, take_back(project, now, photo));
    return {};
  });
  if (!done.ok()) return done.error();
  return panel;
}

}  // namespace jaedan::workflow
