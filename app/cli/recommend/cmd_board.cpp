#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/recommend/garment_terms.h"
#include "app/cli/verb.h"
#include "app/workflow/board/board_file.h"
#include "app/workflow/board/board_picture.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

struct BoardOptions {
  std::string project;
  std::vector<std::string> added;
  bool clears = false;
  bool arranges = false;
  double width = 1200;
  std::string png;
  bool json = false;
};

Status add_garments(workflow::Project& project, const std::vector<std::string>& written, workflow::Board& board) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<workflow::GarmentChoice> choices, garments_in("--add", written, project));
  for (const workflow::GarmentChoice& choice : choices) {
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(choice.photo));
    JAEDAN_ASSIGN_OR_RETURN(const Garment* garment, workflow::chosen_garment(annotation, choice));
    workflow::pin(board, choice.photo, garment->id, garment->part, bounds_of(garment->region));
  }
  return {};
}

/// The board as the options want it; kept when they change it.
Result<workflow::Board> changed_board(workflow::Project& project, const BoardOptions& options) {
  Result<workflow::Board> kept = workflow::load_board(project);
  if (!kept.ok() && !options.clears) return kept.error();
  const workflow::Board before = kept.ok() ? *kept : workflow::Board{};
  workflow::Board board = options.clears ? workflow::Board{} : before;
  JAEDAN_RETURN_IF_ERROR(add_garments(project, options.added, board));
  if (options.arranges) workflow::arrange(board, options.width);
  if (!kept.ok() || board != before) JAEDAN_RETURN_IF_ERROR(workflow::save_board(project, board));
  return board;
}

int show_board(workflow::Project& project, const workflow::Board& board, bool json) {
  if (json) {
    const Result<std::string> document = workflow::board_document(project, board);
    if (!document.ok()) return fail(document.error());
    return print_json(nlohmann::json::parse(*document)), kDone;
  }
  const auto garments = workflow::garments_of(project, board);
  if (!garments.ok()) return fail(garments.error());
  for (const workflow::BoardGarment& shown : *garments) {
    const auto gone = shown.gone();
    std::printf("%-6s  %s\n", std::string(id_of(shown.card.part)).c_str(),
                one_line(gone ? gone->text() : shown.photo.name).c_str());
  }
  std::printf("%s on the board\n", counted(static_cast<std::int64_t>(garments->size()), "garment").c_str());
  return kDone;
}

}  // namespace

int cmd_board(const Arguments& arguments) {
  CLI::App app("The board of a project: garments pinned beside each other, kept, and saved as a picture.", "board");
  BoardOptions options;
  app.add_option("PROJECT", options.project, "the project")->required();
  app.add_option("--add", options.added,
                 "PHOTO:PART to pin, or PHOTO for its largest garment; may be said several times")
      ->allow_extra_args(false);
  app.add_flag("--clear", options.clears, "take everything off first");
  app.add_flag("--arrange", options.arranges, "lay all garments in rows");
  app.add_option("--width", options.width, "of the rows, in pixels")
      ->capture_default_str()
      ->check(CLI::Range(200, 10000));
  app.add_option("--png", options.png,
                 "save the cut-out garments as this picture, and what lies where as .json beside it");
  app.add_flag("--json", options.json, "print one JSON document: what lies where");
  if (const auto stop = parse(app, arguments)) return *stop;
  Result<workflow::Project> project = open_project(options.project);
  if (!project.ok()) return fail(project.error());
  const Result<workflow::Board> board = changed_board(*project, options);
  if (!board.ok()) return fail(board.error());
  bool is_whole = true;
  if (!options.png.empty()) {
    Console console;
    const auto notes = workflow::save_board_picture(*project, *board, options.png, console.watch());
    if (!notes.ok()) return fail(notes.error());
    for (const Message& note : *notes) std::fprintf(stderr, "jaedan: %s\n", one_line(note.text()).c_str());
    is_whole = notes->empty();
  }
  const int shown = show_board(*project, *board, options.json);
  return shown == kDone && !is_whole ? kSomeFailed : shown;
}

}  // namespace jaedan::cli
