#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/recommend/labelled_garments.h"
#include "app/workflow/recommend/recommend_items.h"
#include "app/workflow/recommend/search_garments.h"

namespace jaedan::workflow {

/// What somebody looks for: garments in words, or those like the ones of a photo.
struct SearchQuery {
  std::string words;  ///< Korean or English (search_garments.h); one that is an absolute path is the file of a photo
  PhotoId like = {};  ///< instead of words: a photo of the project
  int k = 48;         ///< photos, or garments like each one

  /// Whether it asks for what is like a photo.
  bool is_by_photo() const { return like || (!words.empty() && words.front() == '/'); }

  friend bool operator==(const SearchQuery& a, const SearchQuery& b) {
    return a.words == b.words && a.like == b.like && a.k == b.k;
  }
  friend bool operator!=(const SearchQuery& a, const SearchQuery& b) { return !(a == b); }
};

/// A label that the words were understood to ask for.
struct UnderstoodLabel {
  recommender::LabelValue label;  ///< its likeliest meaning; no value: any of the attribute
  bool excluded = false;          ///< it is not to be there
  recommender::TextPlace place;   ///< of the words that said so, in SearchAnswers::text
};

/// A garment that was found, or a photo for what is said of it as a whole (without garment and box).
struct SearchedGarment {
  RecommendedItem item;
  std::size_t asked = 0;  ///< which garment of the words it answers
  Message reason;         ///< which labels hold, which do not
};

/// What a search found; by words in `garments`, by a photo in `like`.
struct SearchAnswers {
  std::string text;  ///< the words, in Unicode's form C
  std::vector<UnderstoodLabel> understood;
  std::vector<SearchedGarment> garments;  ///< photo by photo, the best photo first
  std::vector<PhotoId> photos;            ///< that have them, the best first
  std::vector<Recommendations> like;      ///< what is like each garment of the photo
  std::vector<Message> notes;             ///< what was not understood, left out or not found
  bool may_be_more = false;               ///< a greater k may find more
};

/// What words are searched in, held from question to question. One project, one thread at a time.
class SearchMemory {
 public:
  /// Reads the labels again when the project changed. Errors of the store and of the assets folder; kCancelled.
  Status refresh(Project& project, const Watch& watch);

  const LabelledGarments& garments() const { return garments_; }
  const recommender::Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  std::optional<recommender::Vocabulary> vocabulary_;
  LabelledGarments garments_;
  std::int64_t log_number_ = -1;  ///< records up to here are taken in
};

/// Answers `query` from the approved photos. Words need no model. Finding nothing and not understanding anything are no
/// errors: `notes` tells. Errors of search_by_words and search_like.
Result<SearchAnswers> search_photos(Project& project, SearchMemory& memory, const SearchQuery& query,
                                    const Watch& watch);

/// The words without those that asked for `label`.
std::string without(const SearchAnswers& answers, const UnderstoodLabel& label);

}  // namespace jaedan::workflow
