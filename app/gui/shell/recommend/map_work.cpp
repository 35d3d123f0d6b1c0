#include "app/gui/shell/recommend/map_work.h"

#include <memory>
#include <utility>

#include "app/gui/panels/recommend/map_data.h"
#include "app/gui/shell/actions/job_reports.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/map/map_clusters.h"
#include "app/workflow/recommend/cluster_garments.h"

namespace jaedan::gui {
namespace {

using workflow::MapSource;

constexpr double kLookAgain_s = 3;

bool was_stopped(const Status& status) { return !status.ok() && status.error().code == ErrorCode::kCancelled; }

/// The map is as far as it will come.
void end_map(StudioState& state, const Status& status) {
  MapFeed& feed = state.view.map_feed;
  feed.waiting = false;
  if (!status.ok() && !was_stopped(status)) feed.error = status.error();
}

void show_map(StudioState& state, std::shared_ptr<const GarmentMap> map) {
  state.view.map_feed.map = std::move(map);
  state.view.map_feed.changed_photos = 0;
}

/// With what lies in the plane of looks alone.
Status begin_map(const MapSource& source, const Taxonomy& taxonomy, GarmentMap& map) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Point> points, workflow::points_by_looks(source, map.planes));
  static_cast<workflow::MappedGarments&>(map) = workflow::mapped_garments(source, taxonomy);
  if (points.empty()) return {};
  const auto& looks = *map.planes.looks;
  map.by_looks = lay_out(std::move(points), looks.frame);
  map.looks_explained = looks.plane.explained[0] + looks.plane.explained[1];
  return {};
}

Status finish_map(workflow::Project& project, const MapSource& source, const workflow::Watch& watch, GarmentMap& map) {
  JAEDAN_ASSIGN_OR_RETURN(const auto kept, workflow::ClusterPlaces::of(project, source.model_id));
  JAEDAN_RETURN_IF_ERROR(workflow::put_in_clusters(source, kept, map, watch));
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Point> points,
                          workflow::points_by_labels(source, project.taxonomy(), map.planes, watch));
  if (!points.empty()) map.by_labels = lay_out(std::move(points), map.planes.labels->frame);
  return {};
}

/// The seconds that a first map takes. One that is there already stays until the other is whole.
void finish(StudioState& state, std::shared_ptr<const MapSource> source, std::shared_ptr<const GarmentMap> begun) {
  state.workspace->mapper().submit(state.looks.text(Text::kMapTitle),
                                   [&state, source, begun](workflow::Project& project, const workflow::Watch& watch) {
                                     auto map = std::make_shared<GarmentMap>(*begun);
                                     const Status status = finish_map(project, *source, watch, *map);
                                     return std::function<void()>([&state, begun, map, status] {
                                       const bool stood_in = state.view.map_feed.map == begun;
                                       if (status.ok() || stood_in)
                                         show_map(state, map);  // clusters may be there although the plane is not
                                       end_map(state, status);
                                     });
                                   });
}

void begin(StudioState& state, std::shared_ptr<const MapSource> source) {
  const std::shared_ptr<const GarmentMap> before = state.view.map_feed.map;
  state.workspace->mapper().submit(
      state.looks.text(Text::kMapTitle),
      [&state, source, before, taxonomy = state.taxonomy](workflow::Project&, const workflow::Watch& watch) {
        auto map = std::make_shared<GarmentMap>();
        if (before) map->planes = before->planes;
        const Status status = begin_map(*source, *taxonomy, *map);
        const bool stops = watch.cancelled();
        return std::function<void()>([&state, source, before, map, status, stops] {
          const bool is_empty = status.ok() && map->garments.empty();
          if (is_empty || (status.ok() && !before)) show_map(state, map);
          if (!status.ok() || stops || is_empty) return end_map(state, status);
          finish(state, source, map);
        });
      });
}

void read(StudioState& state) {
  state.workspace->finder().submit(
      {}, [&state, held = state.workspace->garments()](workflow::Project& project, const workflow::Watch& watch) {
        auto source = std::make_shared<Result<MapSource>>(workflow::map_source(project, *held, watch));
        return std::function<void()>([&state, source] {
          if (state.view.map_feed.stopped) return end_map(state, {});
          if (source->ok()) return begin(state, std::make_shared<const MapSource>(std::move(*source).value()));
          // A question for garments came between; it is answered now.
          if (was_stopped(source->error())) return read(state);
          end_map(state, source->error());
        });
      });
}

void look_for_changes(StudioState& state) {
  state.workspace->finder().submit({}, [&state, held = state.workspace->garments(), map = state.view.map_feed.map](
                                           workflow::Project& project, const workflow::Watch& watch) {
    const Result<std::int64_t> changed = workflow::photos_changed_since(project, *held, *map, watch);
    return std::function<void()>([&state, map, changed] {
      // Errors are told when somebody wants another map.
      if (changed.ok() && state.view.map_feed.map == map) state.view.map_feed.changed_photos = *changed;
    });
  });
}

/// Clusters are made: what part has how many, and what was left out.
void tell_clusters(StudioState& state, const workflow::GarmentClusters& made) {
  std::size_t clusters = 0;
  for (const labeling::KeptClusters& part : made.parts) clusters += part.clusters.size();
  JobReport report;
  report.title = state.looks.text(Text::kClustersTitle);
  report.lines.push_back(fill_gaps(state.looks.text(Text::kClustersMadeFormat),
                                   {std::to_string(clusters), std::to_string(made.parts.size())}));
  for (const Message& missing : made.partial) report.add(message_text(missing, state.looks.text));
  show_report(state, std::move(report), Showing::kLater);
}

}  // namespace

void make_clusters(StudioState& state) {
  if (!state.workspace) return;
  state.workspace->worker().submit(
      state.looks.text(Text::kClustersTitle),
      [&state, who = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        const auto made = std::make_shared<const Result<workflow::GarmentClusters>>(
            workflow::cluster_garments(project, {}, who, watch));
        return std::function<void()>([&state, made] {
          if (!made->ok()) return state.tell(made->error());
          tell_clusters(state, **made);
          state.view.map_feed.map.reset();  // its clusters are others now
          state.ask.push(AskMap{true});
        });
      });
}

void ask_map(StudioState& state, bool anew, double now_s) {
  MapFeed& feed = state.view.map_feed;
  if (!state.workspace || feed.waiting) return;
  feed.look_again_at_s = now_s + kLookAgain_s;
  if (feed.map && !anew) return look_for_changes(state);
  feed.waiting = true;
  feed.stopped = false;
  feed.error.reset();
  read(state);
}

void stop_map(StudioState& state) {
  state.view.map_feed.stopped = true;
  if (state.workspace) state.workspace->mapper().jobs().cancel_all();
}

std::optional<workflow::JobView> map_job(const StudioState& state) {
  if (!state.workspace || !state.view.map_feed.waiting) return std::nullopt;
  const auto under_way = state.workspace->mapper().jobs().visible();
  workflow::JobView job = under_way.empty() ? workflow::JobView{} : under_way.front();
  return workflow::JobView{kMapJob, state.looks.text(Text::kMapTitle), std::move(job.progress), true};
}

}  // namespace jaedan::gui
