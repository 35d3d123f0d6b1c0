#include "app/gui/project/manage_desk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/workflow/audit/seal_log.h"
#include "app/workflow/figures/figure_days.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/quality/controls.h"

namespace jaedan::gui {
namespace {

constexpr int kPage = 500;
constexpr int kRecordsAPage = 200;
constexpr std::size_t kMostSamples = 20;

/// All that a store lists in pages after an id.
template <typename Item, typename List, typename IdOf>
Result<std::vector<Item>> all_of(const List& list, const IdOf& id_of_item) {
  std::vector<Item> all;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(std::vector<Item> page,
                            list(all.empty() ? decltype(id_of_item(all.back())){} : id_of_item(all.back())));
    const bool is_last = static_cast<int>(page.size()) < kPage;
    std::move(page.begin(), page.end(), std::back_inserter(all));
    if (is_last) return all;
  }
}

Result<std::vector<TeamMember>> members_of(labeling::Store& store) {
  JAEDAN_ASSIGN_OR_RETURN(const auto users, all_of<User>([&](UserId after) { return store.users(after, kPage); },
                                                         [](const User& user) { return user.id; }));
  std::vector<TeamMember> members;
  for (const User& user : users) {
    JAEDAN_ASSIGN_OR_RETURN(const labeling::Quota quota, store.quota(user.id));
    members.push_back({user, quota});
  }
  return members;
}

Result<std::vector<workflow::SampleReport>> samples_of(workflow::Project& project) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(auto samples,
                          all_of<labeling::Sample>([&](SampleId after) { return store.samples(after, kPage); },
                                                   [](const labeling::Sample& sample) { return sample.id; }));
  std::reverse(samples.begin(), samples.end());
  if (samples.size() > kMostSamples) samples.resize(kMostSamples);
  std::vector<workflow::SampleReport> reports;
  for (const labeling::Sample& sample : samples) {
    JAEDAN_ASSIGN_OR_RETURN(workflow::SampleReport report, workflow::sample_report(project, sample.id));
    reports.push_back(std::move(report));
  }
  return reports;
}

Result<Team> team_of(workflow::Project& project) {
  labeling::Store& store = project.store();
  Team team;
  JAEDAN_ASSIGN_OR_RETURN(team.members, members_of(store));
  JAEDAN_ASSIGN_OR_RETURN(team.rules, store.queue_rules());
  JAEDAN_ASSIGN_OR_RETURN(const auto controls, workflow::list_controls(project));
  team.controls = controls.size();
  JAEDAN_ASSIGN_OR_RETURN(const auto panels,
                          all_of<labeling::Panel>([&](PanelId after) { return store.panels(after, kPage); },
                                                  [](const labeling::Panel& panel) { return panel.id; }));
  team.open_panels = static_cast<std::size_t>(std::count_if(
      panels.begin(), panels.end(), [](const auto& panel) { return panel.state == labeling::PanelState::kOpen; }));
  JAEDAN_ASSIGN_OR_RETURN(team.samples, samples_of(project));
  return team;
}

/// One page of the log behind `before`, added to it.
Result<FoundRecords> more_records(workflow::Project& project, labeling::LogQuery query, const std::string& photo,
                                  FoundRecords before) {
  labeling::Store& store = project.store();
  JAEDAN_RETURN_IF_ERROR(workflow::check_day("from", query.from));
  JAEDAN_RETURN_IF_ERROR(workflow::check_day("to", query.until));
  if (!query.until.empty()) query.until += '~';  // behind all times of that day
  if (!photo.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Photo> named, store.photo_named(photo));
    if (!named) return FoundRecords{{}, {}, true};
    query.photo = named->id;
  }
  std::optional<labeling::LogPlace> place;
  if (!before.records.empty()) place = labeling::LogPlace{before.records.back().at, before.records.back().number};
  JAEDAN_ASSIGN_OR_RETURN(auto page, store.search_log(query, place, kRecordsAPage));
  before.complete = static_cast<int>(page.size()) < kRecordsAPage;
  for (labeling::LogRecord& record : page) {
    std::string name;
    if (record.subject.photo) {
      if (const Result<Photo> about = store.photo(record.subject.photo); about.ok()) name = about->name;
    }
    record.after.clear();  // whole annotations, which nobody looks at here
    record.after.shrink_to_fit();
    before.photos.push_back(std::move(name));
    before.records.push_back(std::move(record));
  }
  return before;
}

}  // namespace

ManageDesk::ManageDesk(ProjectThread& finder, ProjectThread& writer, Actor who, Events events)
    : finder_(finder), writer_(writer), who_(std::move(who)), events_(std::move(events)) {}

template <typename T>
void ManageDesk::ask(Asked<T>& asked, std::function<Result<T>(workflow::Project&, const workflow::Watch&)> find) {
  asked.waiting = true;
  finder_.submit_first({}, [&asked, find = std::move(find), number = ++asked.number](workflow::Project& project,
                                                                                     const workflow::Watch& watch) {
    auto found = std::make_shared<Result<T>>(find(project, watch));
    return std::function<void()>([&asked, found, number] {
      if (number != asked.number) return;
      asked.waiting = false;
      asked.error.reset();
      if (found->ok()) {
        asked.found = std::make_shared<const T>(std::move(*found).value());
      } else {
        asked.error = found->error();
      }
    });
  });
}

void ManageDesk::ask_work(const workflow::FigureWish& wish) {
  ask<workflow::WorkFigures>(work_, [wish](workflow::Project& project, const workflow::Watch&) {
    return workflow::work_figures(project, wish);
  });
}

void ManageDesk::ask_quality(const std::string& user) {
  ask<workflow::QualityRows>(quality_, [user](workflow::Project& project, const workflow::Watch& watch) {
    return workflow::quality_rows(project, user, workflow::kFigureIntervals, watch);
  });
}

void ManageDesk::ask_team() {
  ask<Team>(team_, [](workflow::Project& project, const workflow::Watch&) { return team_of(project); });
}

void ManageDesk::search(const labeling::LogQuery& query, const std::string& photo, bool more) {
  FoundRecords before;
  if (more && records_.found) {
    before = *records_.found;
  } else {
    query_ = query;
    photo_ = photo;
  }
  ask<FoundRecords>(records_, [asked = query_, named = photo_, before = std::move(before)](workflow::Project& project,
                                                                                           const workflow::Watch&) {
    return more_records(project, asked, named, before);
  });
}

void ManageDesk::find_photos(FindPhotos find, const labeling::PhotoFilter& rest) {
  finder_.submit_first({}, [this, find = std::move(find), rest](workflow::Project& project, const workflow::Watch&) {
    auto found = std::make_shared<Result<workflow::PhotosBehind>>(find(project));
    return std::function<void()>([this, found, rest] {
      if (!found->ok()) return events_.failed(found->error());
      labeling::PhotoFilter filter = rest;
      filter.only = (*found)->photos;
      events_.photos(std::move(filter), (*found)->total);
    });
  });
}

void ManageDesk::seal(const std::string& file) {
  writer_.submit({}, [this, file](workflow::Project& project, const workflow::Watch&) {
    auto sealed = std::make_shared<Result<labeling::LogSeal>>(workflow::seal_log(project, file));
    return std::function<void()>([this, sealed, file] {
      if (!sealed->ok()) return events_.failed(sealed->error());
      events_.done({"audit.sealed", "{0|record} of the change log sealed in {1}", {(*sealed)->head.count, file}});
    });
  });
}

void ManageDesk::change(Change change) {
  writer_.submit({},
                 [this, change = std::move(change), who = who_](workflow::Project& project, const workflow::Watch&) {
                   const Status done = change(project, who);
                   const Result<Actor> known = workflow::as_of_now(project, who);
                   const Status in = known.ok() ? Status() : Status(known.error());
                   return std::function<void()>([this, done, in] {
                     refused_.reset();
                     if (!done.ok()) {
                       refused_ = done.error();
                       events_.failed(done.error());
                     }
                     if (!in.ok() && in.error().code == ErrorCode::kForbidden) return events_.shut_out(in.error());
                     ask_team();
                   });
                 });
}

}  // namespace jaedan::gui
