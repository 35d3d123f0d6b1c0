#include "app/workflow/board/board_garments.h"

#include <utility>

namespace jaedan::workflow {
namespace {

Status look_up(Project& project, BoardGarment& shown) {
  Result<Photo> photo = project.store().photo(shown.card.photo);
  if (!photo.ok()) return photo.error();
  shown.photo = std::move(photo).value();
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(shown.card.photo));
  const Garment* garment = find_garment(annotation, shown.card.garment);
  if (!garment) return {};
  shown.found = *garment;
  shown.box = bounds_of(garment->region);
  return {};
}

}  // namespace

std::optional<Message> BoardGarment::gone() const {
  if (found && !found->region.empty()) return std::nullopt;
  if (photo.name.empty()) return Message{"board.photo_gone", "a photo of the board is no longer in the project"};
  return Message{
      "board.garment_gone", "{0}: the {1} of the board is no longer there", {photo.name, message_of(card.part)}};
}

Result<std::vector<BoardGarment>> garments_of(Project& project, const Board& board) {
  std::vector<BoardGarment> all;
  for (const BoardCard& card : board.cards) {
    BoardGarment& shown = all.emplace_back(BoardGarment{card, {}, {}, {}});
    shown.photo.id = card.photo;
    const Status status = look_up(project, shown);
    if (!status.ok() && status.error().code != ErrorCode::kNotFound) return status.error();
  }
  return all;
}

}  // namespace jaedan::workflow
