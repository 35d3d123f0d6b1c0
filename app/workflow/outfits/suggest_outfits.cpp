#include "app/workflow/outfits/suggest_outfits.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "app/workflow/outfits/garment_outfits.h"
#include "app/workflow/outfits/outfit_asking.h"
#include "app/workflow/project/list_photos.h"

namespace jaedan::workflow {
namespace {

using recommender::outfits::Outfit;
using recommender::outfits::Piece;
using recommender::outfits::PieceList;

/// All that the photo wears for a choice that names neither garment nor part.
Result<std::vector<AskedGarment>> asked_garments(Project& project, const OutfitGarments& garments,
                                                 const OutfitQuery& query) {
  std::vector<AskedGarment> asked;
  for (const GarmentChoice& choice : query.with) {
    std::vector<GarmentChoice> meant = {choice};
    if (query.question == OutfitQuestion::kGoesWith && !choice.garment && !choice.part) {
      JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(choice.photo));
      if (!annotation.garments.empty()) meant.clear();
      for (const Garment& garment : annotation.garments) meant.push_back({choice.photo, garment.id, garment.part});
    }
    for (const GarmentChoice& one : meant) {
      JAEDAN_ASSIGN_OR_RETURN(AskedGarment garment, garments.asked(project, one));
      asked.push_back(std::move(garment));
    }
  }
  return asked;
}

PieceList of_photos(const std::vector<Piece>& pieces, const std::vector<PhotoId>& photos) {
  const std::set<PhotoId> wanted(photos.begin(), photos.end());
  PieceList own;
  for (const Piece& piece : pieces) {
    if (wanted.count(piece.photo) > 0) own.push_back(&piece);
  }
  return own;
}

Status answer(const OutfitAsking& asking, OutfitSuggestions& found) {
  switch (asking.query.question) {
    case OutfitQuestion::kBest: return answer_best(asking, found);
    case OutfitQuestion::kMissing: return answer_missing(asking, found);
    case OutfitQuestion::kGoesWith: break;
  }
  return answer_beside(asking, found);
}

void note(const std::vector<Message>& said, OutfitSuggestions& found) {
  found.partial.insert(found.partial.end(), said.begin(), said.end());
}

}  // namespace

bool operator==(const OutfitQuery& a, const OutfitQuery& b) {
  return a.question == b.question && a.with == b.with && is_same(a.wardrobe, b.wardrobe) &&
         a.preferences == b.preferences && a.k == b.k;
}

Status OutfitMemory::refresh(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience,
                             const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(garments_.refresh(project, catalogues, asked, patience, watch));
  TableOutfits& tables = catalogues.tables();
  unread_tables_.reset();
  if (const Status read = tables.refresh(project); !read.ok()) unread_tables_ = tables_left_out(read.error());
  const bool is_same = garments_.version() == learnt_of_ && tables.version() == learnt_of_tables_;
  if (is_same && !model_.may_grow()) return {};
  learnt_of_ = 0;
  std::vector<Outfit> outfits = worn_outfits(garments_.pieces());
  std::vector<Outfit> listed = tables.outfits();
  outfits.insert(outfits.end(), std::make_move_iterator(listed.begin()), std::make_move_iterator(listed.end()));
  JAEDAN_RETURN_IF_ERROR(model_.refresh(project, outfits, garments_.vector_model(), patience, watch));
  learnt_of_ = garments_.version();
  learnt_of_tables_ = tables.version();
  return {};
}

void OutfitMemory::adopt(OutfitModel model) {
  model_ = std::move(model);
  learnt_of_ = 0;
}

Result<OutfitSuggestions> suggest_outfits(Project& project, const OutfitQuery& query, const Watch& watch) {
  GarmentCatalogues catalogues;
  OutfitMemory memory;
  return suggest_outfits(project, catalogues, memory, query, Patience::kWhole, watch);
}

Result<OutfitSuggestions> suggest_outfits(Project& project, GarmentCatalogues& catalogues, OutfitMemory& memory,
                                          const OutfitQuery& query, Patience patience, const Watch& watch) {
  const PhotoId first = query.with.empty() ? PhotoId() : query.with.front().photo;
  JAEDAN_RETURN_IF_ERROR(memory.refresh(project, catalogues, first, patience, watch));
  const OutfitGarments& garments = memory.garments();
  OutfitAsking asking{project, garments, memory.model().model(), query, watch, {}, {}, {}, {}, {}};
  JAEDAN_ASSIGN_OR_RETURN(asking.with, asked_garments(project, garments, query));
  for (const AskedGarment& one : asking.with) asking.with_pieces.push_back(piece_of(one.item));

  std::optional<std::vector<PhotoId>> worn;
  if (query.wardrobe) {
    JAEDAN_ASSIGN_OR_RETURN(worn, photos_that_pass(project, *query.wardrobe));
  }
  for (const Piece& piece : garments.pieces()) {
    const bool is_worn = !worn || std::binary_search(worn->begin(), worn->end(), piece.photo);
    (is_worn ? asking.wardrobe : asking.outside).push_back(&piece);
  }
  std::optional<recommender::outfits::PieceTaste> taste;
  if (!query.preferences.empty()) {
    taste.emplace(query.preferences, recommender::outfits::pointers_to(garments.pieces()),
                  of_photos(garments.pieces(), query.preferences.photos));
    asking.options.taste = &*taste;
  }

  OutfitSuggestions found;
  found.learnt_from = memory.model().learnt_from();
  found.may_grow = garments.may_grow();
  found.may_learn = memory.model().may_grow();
  note(garments.partial(), found);
  note(memory.model().partial(), found);
  if (memory.unread_tables()) found.partial.push_back(*memory.unread_tables());
  for (const Piece& piece : asking.with_pieces) found.with.push_back(asking.item_of(piece, 1, {}));
  if (garments.pieces().empty()) {
    found.partial = {{"recommend.nothing_approved", "no photo with garments is approved yet"}};
    return found;
  }
  JAEDAN_RETURN_IF_ERROR(answer(asking, found));
  return found;
}

}  // namespace jaedan::workflow
