#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/models/models.h"
#include "app/workflow/models/train_model.h"
#include "inference/train/run/self_labels.h"

namespace jaedan::cli {

int cmd_self_label(const Arguments& arguments) {
  CLI::App app(
      "Labels photos of which only words are known: the model draws, and may draw no part but those that the words "
      "allow. The result is training data (train --data snapshot=OUT).",
      "self-label");
  std::string word;
  std::string out;
  std::string id;
  inference::SelfLabelOptions options;
  bool tta = false;
  bool json = false;
  app.add_option("DATA", word, "ccp=FOLDER (its tags.csv), clothing=FOLDER or attributes=FOLDER")->required();
  app.add_option("OUT", out, "folder to write into")->required();
  app.add_option("--model", id, "model id or folder (default: the built-in one)");
  app.add_option("--least-probability", options.least_probability, "pixels below it teach nothing")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  app.add_flag("--tta", tta, "also look at the mirrored photo");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  const Result<inference::DataFolder> folder = workflow::parse_data_folder(word);
  if (!folder.ok()) return fail(folder.error());
  const auto photos = inference::read_tagged_photos(*folder);
  if (!photos.ok()) return fail(photos.error());
  const auto usable = workflow::find_model(nullptr, id);
  if (!usable.ok()) return fail(usable.error());
  const auto model = workflow::open_model(*usable, {0, tta});
  if (!model.ok()) return fail(model.error());
  Console console;
  const workflow::Watch watch = console.watch();
  options.cancel = &watch.cancel->flag();
  options.progress = [&watch](int done, int total) { watch.report({"labelling photos", done, total, ""}); };
  const auto labelled = inference::label_tagged_photos(**model, *photos, out, options);
  if (!labelled.ok()) return fail(labelled.error());
  workflow::BatchReport report;
  report.done = labelled->labelled;
  report.skipped = labelled->left_out;
  return finish(report,
                std::to_string(report.done) + " photos labelled, " + std::to_string(report.skipped) +
                    " left out: a part that their words name was not found",
                json);
}

}  // namespace jaedan::cli
