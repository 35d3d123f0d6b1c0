#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iterator>

#include "app/cli/output.h"
#include "app/cli/verb.h"

namespace {

using jaedan::cli::Verb;

constexpr Verb kVerbs[] = {
    {"init", "make a project, and add a folder of photos to it", false, jaedan::cli::cmd_init},
    {"import", "add photos, label files or tables of outfits to a project", false, jaedan::cli::cmd_import},
    {"export", "write label files, masks, overlays or tables", false, jaedan::cli::cmd_export},
    {"tag", "label a photo or a folder with the model, no project needed", true, jaedan::cli::cmd_tag},
    {"segment", "cut one object out of a photo, by clicks", true, jaedan::cli::cmd_segment},
    {"prefill", "let the model propose garments for the photos of a project", true, jaedan::cli::cmd_prefill},
    {"approve", "approve photos; with --accept-proposals, what the model proposed as well", false,
     jaedan::cli::cmd_approve},
    {"list", "list photos by name, score or last change", false, jaedan::cli::cmd_list},
    {"return", "send a photo back to a stage, with a reason", false, jaedan::cli::cmd_return},
    {"claim", "take the next photo of a stage", false, jaedan::cli::cmd_claim},
    {"release", "give a claimed photo back", false, jaedan::cli::cmd_release},
    {"submit", "the stage in hand is done: the photo moves on", false, jaedan::cli::cmd_submit},
    {"assign", "put photos into somebody's hands", false, jaedan::cli::cmd_assign},
    {"stages", "which stages photos go through, what waits, and how much a person may take", false,
     jaedan::cli::cmd_stages},
    {"comment", "what people say of a photo, pinned to a place", false, jaedan::cli::cmd_comment},
    {"consensus", "several people do the same photo; how far they agree", false, jaedan::cli::cmd_consensus},
    {"merge", "make one annotation of what several people say of a photo", false, jaedan::cli::cmd_merge},
    {"honeypot", "approved photos given to people unseen, and how well they do them", false, jaedan::cli::cmd_honeypot},
    {"sample", "inspect some of each person's photos, and let them stand for the others", false,
     jaedan::cli::cmd_sample},
    {"agreement", "how far people agree who rated the same things", false, jaedan::cli::cmd_agreement},
    {"user", "who works in a project, and as what", false, jaedan::cli::cmd_user},
    {"audit", "who changed what when", false, jaedan::cli::cmd_audit},
    {"snapshot", "freeze the approved photos for training", false, jaedan::cli::cmd_snapshot},
    {"train", "train a challenger from a snapshot or a recipe", true, jaedan::cli::cmd_train},
    {"evaluate", "measure a model on photos that it was not trained on", true, jaedan::cli::cmd_evaluate},
    {"self-label", "let a model label photos of which only words are known, to train from", true,
     jaedan::cli::cmd_self_label},
    {"models", "list the models a project can use", false, jaedan::cli::cmd_models},
    {"promote", "make a model the champion", false, jaedan::cli::cmd_promote},
    {"rollback", "go back to the champion before", false, jaedan::cli::cmd_rollback},
    {"recommend", "find garments like one, and outfits with it", true, jaedan::cli::cmd_recommend},
    {"outfits", "put outfits together, and find what goes with a garment or is missing", true,
     jaedan::cli::cmd_outfits},
    {"search", "find photos by what is worn in them: words, or another photo", true, jaedan::cli::cmd_search},
    {"board", "garments pinned beside each other: pin, arrange, save as a picture", false, jaedan::cli::cmd_board},
    {"clusters", "groups of garments that look alike: make, list, look into", true, jaedan::cli::cmd_clusters},
    {"tables", "the tables of outfits of a project", false, jaedan::cli::cmd_tables},
    {"relocate", "point photos to their new place", false, jaedan::cli::cmd_relocate},
    {"rescale", "bring labels to the new size of photos whose files changed it", false, jaedan::cli::cmd_rescale},
    {"verify", "check a project for damage and for photos that are gone", false, jaedan::cli::cmd_verify},
    {"synth", "draw photos with true labels", false, jaedan::cli::cmd_synth},
    {"bench", "measure what the program claims, on this machine", true, jaedan::cli::cmd_bench},
    {"doctor", "what works on this machine", true, jaedan::cli::cmd_doctor},
};

int print_usage(std::FILE* out) {
  std::fprintf(out, "jaedan %s – cuts garments out of photos and names them\n\nusage: jaedan VERB …\n\n",
               JAEDAN_VERSION);
  for (const Verb& verb : kVerbs) std::fprintf(out, "  %-10s %s\n", verb.name, verb.summary);
  std::fprintf(out,
               "\njaedan VERB --help explains each; --json prints one JSON document.\n"
               "Exit: 0 done, 1 some items failed, 2 wrong usage, 3 cannot work.\n");
  return out == stdout ? jaedan::cli::kDone : jaedan::cli::kWrongUsage;
}

/// OpenMP reads its environment when its library is loaded, before main: threads that spin while they
/// wait would take the cores away from everybody else (and slow LibTorch itself down several times).
void restart_with_patient_threads(char** argv) {
  if (std::getenv("OMP_WAIT_POLICY")) return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  ::execv("/proc/self/exe", argv);
}

const Verb* find_verb(const char* name) {
  const auto found = std::find_if(std::begin(kVerbs), std::end(kVerbs),
                                  [&](const Verb& verb) { return std::strcmp(verb.name, name) == 0; });
  return found == std::end(kVerbs) ? nullptr : found;
}

int run(int argc, char** argv) {
  jaedan::cli::say_errors_as_asked({argv + 1, argv + argc});
  if (argc < 2) return print_usage(stderr);
  const char* name = argv[1];
  if (std::strcmp(name, "help") == 0 && argc > 2) {
    if (const Verb* verb = find_verb(argv[2])) return verb->run({"--help"});
  }
  if (std::strcmp(name, "--help") == 0 || std::strcmp(name, "-h") == 0 || std::strcmp(name, "help") == 0) {
    return print_usage(stdout);
  }
  if (std::strcmp(name, "--version") == 0) {
    std::printf("jaedan %s\n", JAEDAN_VERSION);
    return jaedan::cli::kDone;
  }
  if (const Verb* verb = find_verb(name)) {
    if (verb->uses_model) restart_with_patient_threads(argv);
    return verb->run({argv + 2, argv + argc});
  }
  const int code =
      jaedan::cli::fail({jaedan::ErrorCode::kInvalidArgument, "cli.no_verb", "there is no verb '{0}'", {name}});
  std::fputc('\n', stderr);
  print_usage(stderr);
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  int code = jaedan::cli::kCannotWork;
  try {
    code = run(argc, argv);
  } catch (const std::exception& error) {
    // Errors are Results; what arrives here is a mistake of ours, or memory that ran out.
    code = jaedan::cli::fail(
        {jaedan::ErrorCode::kInternal, "cli.internal", "internal error: {0}; please report it", {error.what()}});
  }
  // A pipeline must not take half a document for a whole one.
  if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
    std::fprintf(stderr, "jaedan: the output could not be written: is the disk full?\n");
    return jaedan::cli::kCannotWork;
  }
  return code;
}
