// Measures a project on disk and prints one line a figure.
//   store_bench FOLDER [PHOTOS]     FOLDER must not exist; it stays, to be looked at

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "labeling/store/program.h"
#include "labeling/store/store.h"
#include "tests/labeling/store/project_at.h"

namespace {

using namespace jaedan;
using namespace jaedan::labeling;

template <typename T>
T must(Result<T> result) {
  if (!result.ok()) {
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
    std::exit(1);
  }
  return std::move(result).value();
}

/// Time on the clock and, for a machine that does other things too, of the processor.
struct Spent {
  double clock_ms = 0;
  double cpu_ms = 0;
};

Spent spent_by(const std::function<void()>& work) {
  const std::clock_t cpu = std::clock();
  const auto start = std::chrono::steady_clock::now();
  work();
  return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count(),
          1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

void print(const std::string& what, double count, const Spent& spent) {
  std::printf("%-46s %9.0f/s, %.3f ms of the processor each\n", what.c_str(), count / spent.clock_ms * 1000,
              spent.cpu_ms / count);
}

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("%-46s median %8.2f ms   p95 %8.2f   p99 %8.2f   (%zu times)\n", what, times[times.size() / 2],
              times[times.size() * 95 / 100], times[times.size() * 99 / 100], times.size());
}

/// Three garments of 120 points with ten values each: what a finished photo looks like.
Annotation finished(PhotoId id, int seed) {
  Annotation annotation;
  annotation.photo = id;
  annotation.state = seed % 3 == 0 ? WorkflowState::kApproved : WorkflowState::kExpert;
  for (int g = 0; g < 3; ++g) {
    Garment garment;
    garment.id = GarmentId{g + 1};
    garment.part = kAllParts[static_cast<std::size_t>((seed + g) % 4)];
    Ring ring;
    for (int i = 0; i < 120; ++i) ring.push_back({300 + i * 1.5 + seed % 7, 200.25 + (i * i) % 500});
    garment.region.rings = {ring};
    for (int v = 0; v < 10; ++v) {
      garment.attributes.push_back({"attribute" + std::to_string(v), "value" + std::to_string((seed + v) % 20), "",
                                    Provenance::human("worker" + std::to_string(seed % 50))});
    }
    annotation.garments.push_back(garment);
  }
  return annotation;
}

void measure_lists(Store& store, int photos) {
  const auto page = [&](const char* what, const PhotoFilter& filter) {
    std::vector<double> times;
    for (int i = 0; i < 50; ++i) {
      const PhotoId after{static_cast<std::int64_t>(photos) * (i % 10) / 10};
      times.push_back(milliseconds([&] { must(store.list(filter, after, 100)); }));
    }
    print((std::string("page of 100: ") + what).c_str(), times);
    times.clear();
    for (int i = 0; i < 5; ++i) times.push_back(milliseconds([&] { must(store.count(filter)); }));
    print((std::string("count: ") + what).c_str(), times);
  };
  page("everything", {});
  PhotoFilter filter;
  filter.state = WorkflowState::kApproved;
  page("state", filter);
  filter = {};
  filter.part = Part::kDress;
  page("part", filter);
  filter = {};
  filter.attribute = "attribute1";
  filter.value = "value5";
  page("attribute value", filter);
  filter.part = Part::kDress;
  filter.state = WorkflowState::kApproved;
  filter.worker = "worker4";
  page("value, part, state and worker", filter);
  filter = {};
  filter.text = "PHOTO 77";
  page("text", filter);
  filter = {};
  filter.max_score = 0.1;
  page("score", filter);
}

void predict_every_second(Store& store, const std::vector<PhotoId>& ids) {
  const Status saved = store.batch([&]() -> Status {
    for (std::size_t i = 0; i < ids.size(); i += 2) {
      Prediction prediction{"net-1", {{1, {Proposal{}}}}};
      prediction.readings[0].garments[0].score = double(i * 7919 % ids.size()) / double(ids.size());
      JAEDAN_RETURN_IF_ERROR(store.save_prediction(ids[i], prediction));
    }
    return {};
  });
  if (!saved.ok()) std::exit(1);
}

/// The whole list page by page as the studio reads it, and pages from where a page ended, at ten places.
void measure_orders(Store& store) {
  const auto walk = [&](const std::string& what, const PhotoFilter& filter, PhotoOrder order) {
    std::vector<PhotoRow> ends;
    std::int64_t seen = 0;
    std::optional<PhotoRow> after;
    const double all_ms = milliseconds([&] {
      for (std::vector<PhotoRow> page; !(page = must(store.list_in_order(filter, order, after, 5000))).empty();) {
        seen += static_cast<std::int64_t>(page.size());
        ends.push_back(page.back());
        after = page.back();
      }
    });
    std::printf("%-46s %9.0f ms for %lld photos\n", ("list: " + what).c_str(), all_ms, static_cast<long long>(seen));
    std::vector<double> times;
    for (int i = 0; i < 50 && !ends.empty(); ++i) {
      const PhotoRow& end = ends[ends.size() * static_cast<std::size_t>(i % 10) / 10];
      times.push_back(milliseconds([&] { must(store.list_in_order(filter, order, end, 100)); }));
    }
    if (!times.empty()) print(("page of 100: " + what).c_str(), times);
    times.clear();
    for (int i = 0; i < 5; ++i)
      times.push_back(milliseconds([&] { must(store.list_in_order(filter, order, {}, 200)); }));
    print(("first 200: " + what).c_str(), times);
  };
  const std::pair<const char*, PhotoKey> keys[] = {
      {"name", PhotoKey::kName}, {"score", PhotoKey::kScore}, {"time", PhotoKey::kTime}};
  for (const auto& [name, key] : keys) {
    for (const bool reversed : {false, true}) {
      walk(std::string("by ") + name + (reversed ? ", reversed" : ""), {}, {key, reversed});
    }
    PhotoFilter filter;
    filter.state = WorkflowState::kApproved;
    walk(std::string("approved by ") + name, filter, {key});
    filter = {};
    filter.attribute = "attribute1";
    filter.value = "value5";
    walk(std::string("a value by ") + name, filter, {key});
    filter = {};
    filter.state = WorkflowState::kReturned;
    walk(std::string("nothing by ") + name, filter, {key});
  }
}

/// 50 people who claim in turn and hold one photo each, in a queue of everything that nobody has drawn.
void measure_claims(Store& store) {
  std::vector<UserId> people;
  for (int i = 0; i < 50; ++i) {
    people.push_back(must(store.add_user("person " + std::to_string(i), Roles::all(), "")).id);
  }
  std::vector<std::optional<Task>> held(people.size());
  std::vector<double> claims;
  std::vector<double> ends;
  for (std::size_t i = 0; i < 40 * people.size(); ++i) {
    std::optional<Task>& mine = held[i % people.size()];
    if (mine) {
      const auto how = i % 3 == 0 ? TaskState::kSkipped : TaskState::kReleased;
      ends.push_back(milliseconds([&] {
        if (!store.end_task(mine->id, how, "", utc_now()).ok()) std::exit(1);
      }));
    }
    TaskWish wish;
    wish.user = people[i % people.size()];
    wish.seconds = 3600;
    claims.push_back(milliseconds([&] { mine = must(store.claim(wish, utc_now())); }));
  }
  print("claim, 50 people with a photo each", claims);
  print("release or skip", ends);
  print("waiting, counted", {milliseconds([&] { must(store.waiting(Stage::kDrawn)); })});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const int count = argc > 2 ? std::atoi(argv[2]) : 100000;
  const std::unique_ptr<Store> store = must(labeling::testing::create_project_at(argv[1]));

  std::vector<Photo> photos;
  for (int i = 0; i < count; ++i) {
    photos.push_back({{}, "photo " + std::to_string(i), "/photos/" + std::to_string(i) + ".jpg", 900, 1200});
  }
  std::vector<PhotoId> ids;
  const std::vector<Photo> first(photos.begin(), photos.begin() + std::min(count, 10000));
  print("add_photos, 10,000 at once", static_cast<double>(first.size()),
        spent_by([&] { must(store->add_photos(first)); }));
  print("add_photos, all at once", count, spent_by([&] { ids = must(store->add_photos(photos)); }));

  const int labelled = std::min(count, 20000);
  std::vector<Annotation> imported;
  for (int i = 0; i < labelled; ++i) imported.push_back(finished(ids[static_cast<std::size_t>(i)], i));
  print("save_all", labelled, spent_by([&] {
          if (!store->save_all(imported, {"import", "import"}).ok()) std::exit(1);
        }));

  std::vector<double> times;
  const Spent saves = spent_by([&] {
    for (int i = 0; i < 300; ++i) {
      Annotation annotation = finished(ids[static_cast<std::size_t>(i)], i + 1);
      annotation.revision = 1;
      times.push_back(milliseconds([&] { must(store->save(annotation, {"mina", "edit"}, std::string(2000, 'h'))); }));
    }
  });
  print("save (3 garments, 30 values, history)", times);
  print("the same", 300, saves);

  times.clear();
  for (int i = 0; i < 1000; ++i) {
    times.push_back(milliseconds([&] { must(store->annotation(ids[static_cast<std::size_t>(i * 7 % labelled)])); }));
  }
  print("annotation", times);
  predict_every_second(*store, ids);
  measure_lists(*store, count);
  measure_orders(*store);
  measure_claims(*store);
  print("verify (photos with labels)", labelled, spent_by([&] { must(store->verify()); }));
}
