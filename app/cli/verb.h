#pragma once

#include <string>
#include <vector>

namespace jaedan::cli {

/// Exit codes of the command line (a stable interface).
enum ExitCode : int {
  kDone = 0,
  kSomeFailed = 1,  ///< each failed item was listed
  kWrongUsage = 2,
  kCannotWork = 3,  ///< no project, no model, no database, no room on the disk, not for this person, a mistake of ours
};

/// What stands behind the verb's name on the command line.
using Arguments = std::vector<std::string>;

/// One verb: parse → workflow → print. Returns an ExitCode.
struct Verb {
  const char* name;
  const char* summary;
  bool uses_model;  ///< loads LibTorch, so the environment must suit it from the start
  int (*run)(const Arguments& arguments);
};

int cmd_agreement(const Arguments& arguments);
int cmd_approve(const Arguments& arguments);
int cmd_assign(const Arguments& arguments);
int cmd_audit(const Arguments& arguments);
int cmd_bench(const Arguments& arguments);
int cmd_board(const Arguments& arguments);
int cmd_claim(const Arguments& arguments);
int cmd_clusters(const Arguments& arguments);
int cmd_comment(const Arguments& arguments);
int cmd_consensus(const Arguments& arguments);
int cmd_doctor(const Arguments& arguments);
int cmd_evaluate(const Arguments& arguments);
int cmd_export(const Arguments& arguments);
int cmd_honeypot(const Arguments& arguments);
int cmd_import(const Arguments& arguments);
int cmd_init(const Arguments& arguments);
int cmd_list(const Arguments& arguments);
int cmd_merge(const Arguments& arguments);
int cmd_models(const Arguments& arguments);
int cmd_outfits(const Arguments& arguments);
int cmd_prefill(const Arguments& arguments);
int cmd_promote(const Arguments& arguments);
int cmd_recommend(const Arguments& arguments);
int cmd_release(const Arguments& arguments);
int cmd_relocate(const Arguments& arguments);
int cmd_rescale(const Arguments& arguments);
int cmd_return(const Arguments& arguments);
int cmd_rollback(const Arguments& arguments);
int cmd_sample(const Arguments& arguments);
int cmd_search(const Arguments& arguments);
int cmd_segment(const Arguments& arguments);
int cmd_self_label(const Arguments& arguments);
int cmd_snapshot(const Arguments& arguments);
int cmd_stages(const Arguments& arguments);
int cmd_submit(const Arguments& arguments);
int cmd_synth(const Arguments& arguments);
int cmd_tables(const Arguments& arguments);
int cmd_tag(const Arguments& arguments);
int cmd_train(const Arguments& arguments);
int cmd_user(const Arguments& arguments);
int cmd_verify(const Arguments& arguments);

}  // namespace jaedan::cli
