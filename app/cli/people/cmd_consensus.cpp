// consensus, merge: several people do the same photo unseen by each other, and one annotation of what they say.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/people/quality_words.h"
#include "app/cli/verb.h"
#include "app/workflow/project/find_photo.h"
#include "app/workflow/quality/merge_answers.h"
#include "app/workflow/quality/panel_agreement.h"
#include "app/workflow/quality/panels.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

/// What the command line says, of both verbs.
struct ConsensusWords : QualityWords {
  int people = 0;
  std::string stage;
  std::string rule = "majority";
  labeling::BootstrapOptions bootstrap;
  bool cancels = false;
  bool early = false;
  bool undoes = false;
};

nlohmann::json json_of(const labeling::Panel& panel) {
  return {{"panel", panel.id.value}, {"image", panel.photo.value},   {"stage", id_of(panel.stage)},
          {"people", panel.people},  {"submitted", panel.submitted}, {"state", labeling::id_of(panel.state)}};
}

int print_panel(const Result<labeling::Panel>& panel, const Photo& photo, const ConsensusWords& words) {
  if (!panel.ok()) return fail(panel.error());
  if (words.json) {
    print_json(json_of(*panel));
  } else {
    std::printf("%s: %d people at %s, %d submitted, %s\n", one_line(photo.name).c_str(), panel->people,
                std::string(id_of(panel->stage)).c_str(), panel->submitted,
                std::string(labeling::id_of(panel->state)).c_str());
  }
  return kDone;
}

int ask(workflow::Project& project, const Actor& manager, const ConsensusWords& words) {
  const workflow::PanelChoice choice{words.people, stage_from_id(words.stage)};
  return with_photos(
      project, words,
      [&](const Photo& photo) {
        return print_panel(workflow::ask_panel(project, manager, photo.id, choice), photo, words);
      },
      [&](const labeling::PhotoFilter& filter, const workflow::Watch& watch) {
        return workflow::ask_panels(project, manager, filter, choice, watch);
      },
      " given to several people");
}

int cancel(workflow::Project& project, const Actor& manager, const ConsensusWords& words) {
  return with_photos(
      project, words,
      [&](const Photo& photo) { return print_panel(workflow::cancel_panel(project, manager, photo.id), photo, words); },
      [&](const labeling::PhotoFilter& filter, const workflow::Watch& watch) {
        return workflow::cancel_panels(project, manager, filter, watch);
      },
      " back in the queue");
}

nlohmann::json json_of(const OutlineAgreement& outlines) {
  const auto or_null = [](const std::optional<double>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
  };
  return {{"iou", or_null(outlines.mean_iou())},
          {"f1", or_null(outlines.f1())},
          {"matched", outlines.matched},
          {"alone", outlines.alone}};
}

nlohmann::json json_of(const workflow::PanelAgreement& agreement) {
  nlohmann::json document = {{"photos", nlohmann::json::array()},
                             {"waiting", agreement.waiting},
                             {"iou", nullptr},
                             {"iou_interval", interval_json(agreement.iou_interval.interval)},
                             {"parts", nlohmann::json::object()},
                             {"raters", agreement.raters},
                             {"attributes", nlohmann::json::object()}};
  if (agreement.mean_iou) document["iou"] = *agreement.mean_iou;
  for (const workflow::AgreedPhoto& photo : agreement.photos) {
    nlohmann::json row = json_of(photo.panel);
    row["name"] = photo.name;
    row["answers"] = photo.people;
    row["iou"] = photo.mean_iou ? nlohmann::json(*photo.mean_iou) : nlohmann::json();
    row["f1"] = photo.f1 ? nlohmann::json(*photo.f1) : nlohmann::json();
    document["photos"].push_back(row);
  }
  for (const Part part : kAllParts) {
    document["parts"][std::string(id_of(part))] = json_of(agreement.parts[place_in_parts(part)]);
  }
  for (const workflow::AgreedAttribute& one : agreement.attributes) {
    nlohmann::json row = measures_json(one.measures);
    row["units"] = one.units;
    document["attributes"][one.attribute] = row;
  }
  return document;
}

void print_agreement_of(const workflow::PanelAgreement& agreement) {
  for (const workflow::AgreedPhoto& photo : agreement.photos) {
    std::printf("%lld  %s  %s  %d of %d  IoU %s  %s\n", static_cast<long long>(photo.panel.photo.value),
                one_line(photo.name).c_str(), std::string(id_of(photo.panel.stage)).c_str(), photo.panel.submitted,
                photo.panel.people, figure_with(photo.mean_iou, {}).c_str(),
                std::string(labeling::id_of(photo.panel.state)).c_str());
  }
  std::printf("outlines: IoU %s over %s", figure_with(agreement.mean_iou, agreement.iou_interval.interval).c_str(),
              counted(static_cast<std::int64_t>(agreement.photos.size()), "photo").c_str());
  std::printf(agreement.waiting > 0 ? ", %zu more wait for answers\n" : "\n", agreement.waiting);
  for (const workflow::AgreedAttribute& one : agreement.attributes) {
    std::printf("%-16s %6zu", one_line(one.attribute).c_str(), one.units);
    for (const workflow::MeasuredAgreement& measured : one.measures) {
      if (measured.key == "unanimous") continue;
      std::printf("  %s %s", measured.key.c_str(),
                  figure_with(measured.measure.value, measured.interval.interval).c_str());
    }
    std::printf("\n");
  }
}

int report(workflow::Project& project, const ConsensusWords& words) {
  std::optional<PhotoId> of_photo;
  if (!words.image.empty()) {
    const Result<Photo> photo = workflow::find_photo(project, words.image);
    if (!photo.ok()) return fail(photo.error());
    of_photo = photo->id;
  }
  Console console;
  const auto agreement = workflow::panel_agreement(project, of_photo, words.bootstrap, console.watch());
  if (!agreement.ok()) return fail(agreement.error());
  if (words.json) {
    print_json(json_of(*agreement));
  } else {
    print_agreement_of(*agreement);
  }
  return kDone;
}

int print_merged(const Result<workflow::MergedPhoto>& merged, const Photo& photo, const ConsensusWords& words) {
  if (!merged.ok()) return fail(merged.error());
  const labeling::Consensus& consensus = merged->consensus;
  if (words.json) {
    nlohmann::json document = json_of(merged->panel);
    document["name"] = photo.name;
    document["status"] = id_of(merged->state);
    document["next"] = merged->next ? nlohmann::json(id_of(*merged->next)) : nlohmann::json();
    document["garments"] = consensus.garments.size();
    document["undecided"] = consensus.undecided.size();
    document["left_out"] = consensus.left_out.size();
    document["waits"] = consensus.waits();
    print_json(document);
    return kDone;
  }
  std::printf("%s: %s of %d people, %s", one_line(photo.name).c_str(),
              counted(static_cast<std::int64_t>(consensus.garments.size()), "garment").c_str(), merged->panel.submitted,
              std::string(id_of(merged->state)).c_str());
  if (merged->next) std::printf(", waits for %s", std::string(id_of(*merged->next)).c_str());
  std::printf(consensus.waits() ? "; something is undecided (jaedan comment list)\n" : "\n");
  return kDone;
}

int merge(workflow::Project& project, const Actor& manager, const ConsensusWords& words) {
  workflow::MergeChoice choice;
  if (words.rule == "best") choice.outlines = labeling::OutlineMerge::kBestAgreeing;
  choice.early = words.early;
  return with_photos(
      project, words,
      [&](const Photo& photo) {
        return words.undoes ? print_panel(workflow::undo_merge(project, manager, photo.id), photo, words)
                            : print_merged(workflow::merge_answers(project, manager, photo.id, choice), photo, words);
      },
      [&](const labeling::PhotoFilter& filter, const workflow::Watch& watch) {
        return workflow::merge_all(project, manager, filter, choice, watch);
      },
      " merged");
}

}  // namespace

int cmd_consensus(const Arguments& arguments) {
  CLI::App app(
      "Several people do the same photo unseen by each other: with --people, the photos are given to that many who "
      "claim at their stage. Without it, how far they agree: outlines (IoU, matched part by part) and each attribute, "
      "with bootstrap intervals. For managers.",
      "consensus");
  ConsensusWords words;
  add_quality_options(app, words);
  CLI::Option* const people = app.add_option("--people", words.people, "how many people do each photo")
                                  ->check(CLI::Range(labeling::kLeastPanel, labeling::kMostPanel));
  app.add_option("--stage", words.stage, "at this stage: drawn, basic or expert; left out: the one that each waits for")
      ->check(CLI::IsMember({"drawn", "basic", "expert"}))
      ->needs(people);
  app.add_flag("--cancel", words.cancels, "takes it back: the photos are in their queues again")->excludes(people);
  app.add_option("--resamples", words.bootstrap.resamples, "how often units are drawn again; 0: no intervals")
      ->check(CLI::Range(0, 1000000))
      ->capture_default_str();
  app.add_option("--seed", words.bootstrap.seed, "of the resamples")->capture_default_str();
  if (const auto stop = parse(app, arguments)) return *stop;
  if (words.people > 0 || words.cancels) {
    if (const Status named = check_names_photos(words); !named.ok()) return fail(named.error());
  }
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  return as_manager(*project, words, [&](workflow::Project& opened, const Actor& manager) {
    if (words.cancels) return cancel(opened, manager, words);
    return words.people > 0 ? ask(opened, manager, words) : report(opened, words);
  });
}

int cmd_merge(const Arguments& arguments) {
  CLI::App app(
      "Makes one annotation of what several people say of a photo (jaedan consensus), when all have submitted: each "
      "outline by the majority of its pixels, or that of whoever agrees best with the others; labels by majority. What "
      "is undecided is left open: labels for an expert, garments for the same stage again. For managers.",
      "merge");
  ConsensusWords words;
  add_quality_options(app, words);
  app.add_option("--rule", words.rule, "outlines: majority or best")
      ->check(CLI::IsMember({"majority", "best"}))
      ->capture_default_str();
  CLI::Option* const early = app.add_flag("--early", words.early, "with the answers that are in, two at least");
  app.add_flag("--undo", words.undoes, "takes a merge back, as long as nobody changed the photo since")
      ->needs(app.get_option("--image"))
      ->excludes(early);
  if (const auto stop = parse(app, arguments)) return *stop;
  if (const Status named = check_names_photos(words); !named.ok()) return fail(named.error());
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  return as_manager(*project, words,
                    [&](workflow::Project& opened, const Actor& manager) { return merge(opened, manager, words); });
}

}  // namespace jaedan::cli
