#include "app/workflow/recommend/search_photos.h"

#include <utility>

#include "app/workflow/recommend/search_like.h"
#include "app/workflow/recommend/search_sentences.h"

namespace jaedan::workflow {
namespace {

void add_understood(const std::vector<recommender::QueryLabel>& labels, bool excluded, SearchAnswers& answers) {
  for (const recommender::QueryLabel& label : labels) {
    const recommender::Label& likeliest = label.readings.front();
    answers.understood.push_back({{likeliest.attribute, likeliest.value}, excluded, label.place});
  }
}

void understand(const recommender::WordQuery& query, SearchAnswers& answers) {
  answers.text = query.text;
  for (const recommender::QueryGarment& garment : query.garments) {
    add_understood(garment.wanted, false, answers);
    add_understood(garment.excluded, true, answers);
  }
  for (const recommender::QueryGarment& garment : query.unwanted) add_understood(garment.wanted, true, answers);
  add_understood(query.photo_wanted, false, answers);
  add_understood(query.photo_excluded, true, answers);
}

SearchedGarment searched(const recommender::GarmentAnswer& answer, const LabelledGarments& searched_in,
                         const Taxonomy& taxonomy) {
  const recommender::Item& item = *answer.item;
  SearchedGarment found;
  found.asked = answer.asked;
  found.reason = reason_of(answer.labels, taxonomy);
  found.item = {searched_in.photos.at(item.photo), item.garment, item.part, answer.score, found.reason.text(), {}, {}};
  const auto box = searched_in.boxes.find({item.photo, item.garment});
  if (box != searched_in.boxes.end()) found.item.box = box->second;
  return found;
}

void take_photo(const recommender::PhotoAnswer& photo, const LabelledGarments& searched_in, const Taxonomy& taxonomy,
                SearchAnswers& answers) {
  answers.photos.push_back(photo.photo);
  for (const recommender::GarmentAnswer& garment : photo.garments) {
    answers.garments.push_back(searched(garment, searched_in, taxonomy));
  }
  if (!photo.garments.empty()) return;
  SearchedGarment whole;
  whole.reason = reason_of(photo.labels, taxonomy);
  whole.item.photo = searched_in.photos.at(photo.photo);
  whole.item.score = photo.score;
  whole.item.reason = whole.reason.text();
  answers.garments.push_back(std::move(whole));
}

Result<SearchAnswers> search_words(const Project& project, const SearchMemory& memory, const SearchQuery& query) {
  const LabelledGarments& garments = memory.garments();
  JAEDAN_ASSIGN_OR_RETURN(FoundByWords found,
                          search_by_words(memory.vocabulary(), garments.items, garments.photo_labels, query.words,
                                          static_cast<std::size_t>(query.k)));
  SearchAnswers answers;
  understand(found.query, answers);
  for (const recommender::PhotoAnswer& photo : found.photos) {
    take_photo(photo, garments, project.taxonomy(), answers);
  }
  answers.notes = std::move(found.notes);
  for (const FailedItem& failed : garments.failed) answers.notes.push_back(failed.sentence());
  answers.may_be_more = found.photos.size() == static_cast<std::size_t>(query.k);
  return answers;
}

Result<SearchAnswers> search_photo(Project& project, const SearchQuery& query, const Watch& watch) {
  RecommendQuery asked;
  asked.photo = query.like;
  if (!query.like) asked.outside = query.words;
  asked.k = query.k;
  SearchAnswers answers;
  answers.text = query.words;
  JAEDAN_ASSIGN_OR_RETURN(answers.like, search_like(project, asked, watch));
  for (const Recommendations& of_garment : answers.like) {
    const bool is_full = of_garment.similar.size() == static_cast<std::size_t>(query.k);
    answers.may_be_more = answers.may_be_more || is_full;
    for (const RecommendedItem& item : of_garment.similar) answers.photos.push_back(item.photo.id);
  }
  return answers;
}

}  // namespace

Status SearchMemory::refresh(Project& project, const Watch& watch) {
  if (!vocabulary_) {
    JAEDAN_ASSIGN_OR_RETURN(recommender::Vocabulary vocabulary, load_vocabulary(project.taxonomy()));
    vocabulary_.emplace(std::move(vocabulary));
  }
  JAEDAN_ASSIGN_OR_RETURN(const labeling::LogHead head, project.store().log_head());
  if (head.count == log_number_) return {};
  log_number_ = -1;
  JAEDAN_ASSIGN_OR_RETURN(garments_, load_labelled_garments(project, watch));
  log_number_ = head.count;
  return {};
}

Result<SearchAnswers> search_photos(Project& project, SearchMemory& memory, const SearchQuery& query,
                                    const Watch& watch) {
  if (query.is_by_photo()) return search_photo(project, query, watch);
  JAEDAN_RETURN_IF_ERROR(memory.refresh(project, watch));
  return search_words(project, memory, query);
}

std::string without(const SearchAnswers& answers, const UnderstoodLabel& label) {
  std::string words = answers.text;
  if (label.place.at > words.size()) return words;
  words.erase(label.place.at, label.place.length);
  for (std::size_t at = words.find("  "); at != std::string::npos; at = words.find("  ", at)) words.erase(at, 1);
  const std::size_t first = words.find_first_not_of(' '), last = words.find_last_not_of(' ');
  return first == std::string::npos ? std::string() : words.substr(first, last - first + 1);
}

}  // namespace jaedan::workflow
