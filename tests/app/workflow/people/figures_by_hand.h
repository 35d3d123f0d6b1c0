#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "app/workflow/figures/work_figures.h"
#include "tests/app/workflow/people/count_by_hand.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {

/// The manager's numbers of a project, held against what is found by looking at every photo and every record.

inline std::vector<PhotoId> all_photos(const workflow::Project& project) {
  const auto rows = project.store().list({}, {}, 100000).value();
  std::vector<PhotoId> photos;
  for (const labeling::PhotoRow& row : rows) photos.push_back(row.photo.id);
  return photos;
}

/// What waits for each stage, while nobody has anything in hand.
inline void expect_backlog_by_hand(const workflow::Project& project) {
  labeling::Store& store = project.store();
  std::array<std::int64_t, kAllStages.size()> by_hand{};
  std::int64_t approved = 0;
  const StageSet stages = store.queue_rules()->stages;
  const std::vector<PhotoId> photos = all_photos(project);
  for (const PhotoId photo : photos) {
    const WorkflowState state = store.annotation(photo)->state;
    approved += state == WorkflowState::kApproved;
    const std::optional<Stage> next = next_stage(state, *store.returned_to(photo), stages);
    if (next) ++by_hand[static_cast<std::size_t>(*next)];
  }
  ASSERT_OK_AND_ASSIGN(const workflow::WorkFigures figures, workflow::work_figures(project));
  for (const workflow::StageBacklog& waiting : figures.backlog) {
    EXPECT_EQ(waiting.photos, by_hand[static_cast<std::size_t>(waiting.stage)]) << id_of(waiting.stage);
    EXPECT_EQ(waiting.in_hand, 0) << id_of(waiting.stage);
  }
  EXPECT_EQ(figures.forecast.approved, approved);
  EXPECT_EQ(figures.forecast.photos, static_cast<std::int64_t>(photos.size()));
}

/// Work, decisions and active time, by person, stage and day.
inline void expect_figures_by_hand(const workflow::Project& project) {
  const std::vector<labeling::LogRecord> log = whole_log(project.store());
  const CountByHand by_hand(log);
  ASSERT_OK_AND_ASSIGN(const workflow::WorkFigures all, workflow::work_figures(project));
  EXPECT_EQ(all.records, static_cast<std::int64_t>(log.size()));
  EXPECT_EQ(all.counted, all.records);
  decltype(by_hand.done) done;
  for (const auto& row : all.done)
    done[{row.day, row.who, row.stage}] = {row.deeds, row.photos, row.garments, row.answers};
  EXPECT_EQ(done, by_hand.done);
  decltype(by_hand.judged) judged;
  for (const auto& row : all.workers) judged[{row.name, row.stage.value()}] = {row.approved, row.returned};
  EXPECT_EQ(judged, by_hand.judged);
  decltype(by_hand.decided) decided;
  decltype(by_hand.reasons) reasons;
  for (const auto& row : all.inspectors) {
    decided[row.name] = {row.approved, row.returned};
    for (const auto& [reason, count] : row.reasons) reasons[{row.name, reason}] = count;
  }
  EXPECT_EQ(decided, by_hand.decided);
  EXPECT_EQ(reasons, by_hand.reasons);
  std::map<std::string, std::int64_t> active;
  for (const auto& row : all.people) {
    if (row.active_milliseconds != 0) active[row.who] += row.active_milliseconds;
  }
  EXPECT_EQ(active, by_hand.active_milliseconds);
}

/// How often each label is given.
inline void expect_labels_by_hand(const workflow::Project& project) {
  using Key = std::tuple<std::optional<Part>, std::string, std::string>;
  std::map<Key, std::int64_t> by_hand;
  for (const PhotoId photo : all_photos(project)) {
    const Annotation said = project.store().annotation(photo).value();
    for (const AttributeValue& value : said.image_attributes) {
      ++by_hand[Key(std::nullopt, value.attribute, value.value)];
    }
    for (const Garment& garment : said.garments) {
      for (const AttributeValue& value : garment.attributes) ++by_hand[Key(garment.part, value.attribute, value.value)];
    }
  }
  ASSERT_OK_AND_ASSIGN(const workflow::WorkFigures figures, workflow::work_figures(project));
  std::map<Key, std::int64_t> counted;
  for (const workflow::LabelRow& row : figures.labels) counted[Key(row.part, row.attribute, row.value)] = row.count;
  EXPECT_EQ(counted, by_hand);
}

}  // namespace jaedan::testing
