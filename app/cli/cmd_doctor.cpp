#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/project/doctor.h"

namespace jaedan::cli {

int cmd_doctor(const Arguments& arguments) {
  CLI::App app("Says what works on this machine, and what to do about the rest. Exit code 1 when something does not.",
               "doctor");
  bool json = false;
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  bool all_work = true;
  nlohmann::json document = {{"version", JAEDAN_VERSION}, {"findings", nlohmann::json::array()}};
  if (!json) std::printf("jaedan %s\n", JAEDAN_VERSION);
  for (const workflow::Finding& finding : workflow::examine_machine()) {
    all_work &= finding.works;
    if (json) {
      document["findings"].push_back({{"topic", finding.topic}, {"works", finding.works}, {"detail", finding.detail}});
    } else {
      std::printf("  %-5s %-16s %s\n", finding.works ? "ok" : "FAILS", finding.topic.c_str(), finding.detail.c_str());
    }
  }
  if (json) print_json(document);
  return all_work ? kDone : kSomeFailed;
}

}  // namespace jaedan::cli
