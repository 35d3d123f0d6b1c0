#include "app/report/model_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace jaedan::report {
namespace {

std::string text_of(const inference::ModelCard& card) {
  std::string text;
  for (const CardEntry& entry : describe_card(card)) {
    text += entry.heading + ":";
    for (const std::string& line : entry.lines) text += " " + line + ".";
    text += "\n";
  }
  return text;
}

TEST(ModelWords, AnEmptyCardSaysWhatIsUnknown) {
  inference::ModelCard card;
  card.id = "m";
  const std::string text = text_of(card);
  EXPECT_NE(text.find("Weaknesses: the card does not say"), std::string::npos) << text;
  EXPECT_NE(text.find("Terms: the card does not say"), std::string::npos);
  EXPECT_NE(text.find("was not measured"), std::string::npos);
}

TEST(ModelWords, FiguresSayWhatTheyAreOf) {
  inference::ModelCard card;
  card.metrics = {{"miou", 0.5}, {"photos", 1}};
  EXPECT_EQ(words_of_measured(card), "1 photo that the card does not name");
  card.metrics["photos"] = 104;
  card.measured_on = "ccp, split val";
  EXPECT_EQ(words_of_measured(card), "104 photos of ccp, split val");
  EXPECT_NE(text_of(card).find("measured on 104 photos of ccp, split val"), std::string::npos);
}

TEST(ModelWords, AFullCardTellsItsFiguresByPartAndHowScoresKeepTheirWord) {
  inference::ModelCard card;
  card.id = "m";
  card.metrics = {{"miou", 0.6234},
                  {"score_ece", 0.041},
                  {"score_ece_by_chance", 0.05},
                  {"score_sure", 0.92},
                  {"score_sure_garments", 25}};
  card.part_metrics["dress"] = {{"iou", 0.4}, {"found", 0.5}, {"photos", 24}};
  card.weaknesses = {"misses saris"};
  card.training = {7260, "cpu", 2, 750};
  const std::string text = text_of(card);
  for (const char* words :
       {"mean IoU 0.623", "dress: IoU 0.400, found 0.500, in 24 photos", "misses saris", "≥ 0.75",
        "error 0.041 (chance alone would show 0.050)", "of 25 garments with score ≥ 0.9, 92 % reached it",
        "2.0 h, 750 photos to learn from, device cpu, 2 threads"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST(ModelWords, AModelForClicksTellsHowManyItNeeds) {
  inference::ModelCard card;
  card.metrics = {{"parts_clicks_to_85", 3.98}, {"parts_clicks_to_90", 5.23}};
  const std::string text = text_of(card);
  EXPECT_NE(text.find("garments of the four parts: 3.98 clicks to IoU 0.85, 5.23 to 0.90"), std::string::npos) << text;
  EXPECT_EQ(text.find("Scores"), std::string::npos) << "clicks have none";
}

TEST(ModelWords, SaysHowSureALabelMustBeToBeFilledIn) {
  inference::ModelCard card;
  card.heads = {inference::category_head()};
  EXPECT_EQ(text_of(card).find("Labels"), std::string::npos) << "it is filled in always";
  card.heads.push_back({"style", {{"street", {}}}, true, inference::HeadScope::kPhoto, {1.5, 0.72}});
  card.empty_heads = {"print"};
  const std::string text = text_of(card);
  for (const char* words : {"style: filled in from 72 % on, else a guess (temperature 1.50)", "print: no values",
                            "says of a garment: category", "of the photo: style"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST(ModelWords, TimesAreInTheUnitThatSuitsThem) {
  EXPECT_EQ(words_of_seconds(35), "35 s");
  EXPECT_EQ(words_of_seconds(720), "12 min");
  EXPECT_EQ(words_of_seconds(12600), "3.5 h");
}

}  // namespace
}  // namespace jaedan::report
