#pragma once

#include <string>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/work_figures.h"

namespace jaedan::gui::testing {

/// Numbers of a team of so many, each of whom worked on so many days: the first has returned most.
inline workflow::WorkFigures made_figures(int people, int days) {
  workflow::WorkFigures figures;
  figures.today = "2026-03-31";
  figures.counted = figures.records = 100;
  for (const Stage stage : kAllStages) figures.backlog.push_back({stage, stage != Stage::kExpert, 100, 20, 5, 3.5, 2});
  figures.forecast.photos = 400;
  for (int i = 0; i < people; ++i) {
    const std::string who = "person " + std::to_string(i) + " with a name of forty characters";
    for (int day = 0; day < days; ++day) {
      const std::string date = workflow::day_of(*workflow::day_number("2026-03-01") + 2 * day);
      figures.done.push_back({date, who, Stage::kDrawn, 12, 10 + i, 20, 1, 60'000});
    }
    figures.people.push_back({"", who, Stage::kDrawn, 12 * days, std::int64_t{10} * days + i, 20, 1, 60'000 * (i + 1)});
    workflow::AcceptanceRow row;
    row.name = who;
    row.approved = 30;
    row.returned = people - i;
    row.reasons[ReturnReason::kOutline] = people - i;
    figures.inspectors.push_back(row);
    row.stage = Stage::kDrawn;
    figures.workers.push_back(row);
    workflow::ControlChart control;
    control.who = who;
    control.centre = 0.8;
    control.is_drifting = i == 0;
    control.points = {{"2026-03-01", 10, 8, 0.8, 0.5, 1, false}, {"2026-03-02", 10, 1, 0.1, 0.5, 1, i == 0}};
    figures.control.push_back(control);
    figures.late.push_back({workflow::LateKind::kOverdue, who, 3, "2026-03-05T12:00:00.000Z"});
  }
  if (people == 0) return figures;
  figures.forecast = {400, 100, 300, 10, 14, false, "2026-05-01", "2026-04-15", 20.0, true};
  workflow::AcceptanceRow bottoms;
  bottoms.name = std::string(id_of(Part::kBottom));
  bottoms.approved = 5;
  bottoms.returned = 4;
  figures.parts.push_back(bottoms);
  figures.model_words.push_back({Part::kTop, "colour", 40, 10});
  figures.model_words.push_back({std::nullopt, workflow::kOutlineWord, 40, 4});
  figures.labels.push_back({Part::kTop, "colour", "black", 30, 10});
  figures.labels.push_back({Part::kTop, "colour", "white", 10, 0});
  figures.balance.push_back({Part::kTop, "colour", 40, 2, 19, "black", 30, "white", 10, 0.81});
  return figures;
}

}  // namespace jaedan::gui::testing
