#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/models/self_label.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

int cmd_self_label(const Arguments& arguments) {
  CLI::App app(
      "Labels photos of which only words are known: the model draws, and may draw no part but those that the words "
      "allow. The result is training data (train --data snapshot=OUT).",
      "self-label");
  workflow::SelfLabelRequest request;
  bool json = false;
  app.add_option("DATA", request.data, "ccp=FOLDER (its tags.csv), clothing=FOLDER or attributes=FOLDER")->required();
  app.add_option("OUT", request.out, "folder to write into")->required();
  app.add_option("--model", request.model, "model id or folder (default: the built-in one)");
  between(app.add_option("--least-probability", request.least_probability, "pixels below it teach nothing")
              ->capture_default_str(),
          0, 1);
  app.add_flag("--tta", request.tta, "also look at the mirrored photo");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Console console;
  const auto report = workflow::self_label(request, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report,
                counted(report->done, "photo") + " labelled, " + std::to_string(report->skipped) +
                    " left out: a part that their words name was not found",
                json);
}

}  // namespace jaedan::cli
