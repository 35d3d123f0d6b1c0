#include "app/gui/shell/recommend/board_work.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "app/gui/shell/actions/job_reports.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/board/board_file.h"
#include "app/workflow/board/board_picture.h"

namespace jaedan::gui {
namespace {

constexpr std::size_t kMostUndone = 100;

using Garments = Result<std::vector<workflow::BoardGarment>>;

void show(BoardState& shown, Garments garments) {
  if (garments.ok()) {
    shown.garments = std::move(garments).value();
  } else {
    shown.error = garments.error();
  }
}

/// Keeps the board as it is now, and looks its garments up.
void keep(StudioState& state) {
  state.workspace->reader().submit(
      {}, [&state, board = state.view.board.board](workflow::Project& project, const workflow::Watch&) {
        const Status kept = workflow::save_board(project, board);
        auto garments = std::make_shared<Garments>(workflow::garments_of(project, board));
        return std::function<void()>([&state, kept, garments, board] {
          BoardState& shown = state.view.board;
          if (shown.board != board) return;  // there is another answer on its way
          shown.error = kept.ok() ? std::nullopt : std::optional<Error>(kept.error());
          show(shown, std::move(*garments));
        });
      });
}

void take_over(StudioState& state, workflow::Board board) {
  BoardState& shown = state.view.board;
  shown.before.push_back(std::exchange(shown.board, std::move(board)));
  if (shown.before.size() > kMostUndone) shown.before.erase(shown.before.begin());
  keep(state);
}

void pin_now(StudioState& state, const std::vector<workflow::RecommendedItem>& items) {
  workflow::Board board = state.view.board.board;
  std::int64_t pinned = 0;
  for (const workflow::RecommendedItem& item : items) {
    if (item.garment && workflow::pin(board, item.photo.id, item.garment, item.part, item.box)) ++pinned;
  }
  if (pinned == 0) return state.tell(Text::kBoardNothingPinned);
  take_over(state, std::move(board));
  state.notice.tell(fill_gaps(state.looks.text(Text::kBoardPinnedFormat), {std::to_string(pinned)}));
}

}  // namespace

void open_board(StudioState& state) { pin_to_board(state, {}); }

void pin_to_board(StudioState& state, const std::vector<workflow::RecommendedItem>& items) {
  if (!state.workspace) return;
  BoardState& shown = state.view.board;
  if (shown.is_there) return items.empty() ? void() : pin_now(state, items);
  shown.waiting = true;
  if (shown.path.empty())
    shown.path = (std::filesystem::path(state.workspace->path()).parent_path() / "board.png").string();
  state.workspace->reader().submit({}, [&state, items](workflow::Project& project, const workflow::Watch&) {
    auto board = std::make_shared<Result<workflow::Board>>(workflow::load_board(project));
    auto garments =
        std::make_shared<Garments>(workflow::garments_of(project, board->ok() ? **board : workflow::Board{}));
    return std::function<void()>([&state, items, board, garments] {
      BoardState& shown = state.view.board;
      shown.waiting = false;
      if (!shown.is_there) {
        shown.is_there = true;
        if (board->ok()) shown.board = std::move(*board).value();
        show(shown, std::move(*garments));
        if (!board->ok()) shown.error = board->error();
      }
      if (!items.empty()) pin_now(state, items);
    });
  });
}

void change_board(StudioState& state, workflow::Board board) {
  if (!state.workspace || !state.view.board.is_there || board == state.view.board.board) return;
  take_over(state, std::move(board));
}

void undo_board(StudioState& state) {
  BoardState& shown = state.view.board;
  if (!state.workspace || shown.before.empty()) return;
  shown.board = std::move(shown.before.back());
  shown.before.pop_back();
  keep(state);
}

void save_board_as(StudioState& state, const std::string& path) {
  if (!state.workspace) return;
  state.workspace->worker().submit(
      state.looks.text(Text::kBoardSaving),
      [&state, path, board = state.view.board.board](workflow::Project& project, const workflow::Watch& watch) {
        const auto notes = workflow::save_board_picture(project, board, path, watch);
        return std::function<void()>([&state, path, notes] {
          if (!notes.ok()) return state.tell(notes.error());
          JobReport report;
          report.title = state.looks.text(Text::kBoardSaving);
          report.lines.push_back(fill_gaps(state.looks.text(Text::kBoardSavedFormat), {path}));
          for (const Message& note : *notes) report.add(message_text(note, state.looks.text));
          show_report(state, std::move(report), Showing::kLater);
        });
      });
}

}  // namespace jaedan::gui
