#include "app/gui/panels/questions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/gui/panels/made_documents.h"

namespace jaedan::gui::testing {
namespace {

Question question_about(const Document& document, GarmentId garment, const std::string& attribute) {
  for (const Question& question : questions_of(taxonomy(), document.session.annotation(), garment)) {
    if (question.attribute->id == attribute) return question;
  }
  return {};
}

TEST(Questions, AreOfTheGarmentFirstAndThenOfThePhoto) {
  const Document document = mixed_document();
  const std::vector<Question> asked = questions_of(taxonomy(), document.session.annotation(), kOwn);
  ASSERT_FALSE(asked.empty());
  EXPECT_TRUE(std::is_partitioned(asked.begin(), asked.end(), [](const Question& q) { return !q.of_photo(); }));
  EXPECT_FALSE(asked.front().of_photo());
  EXPECT_TRUE(asked.back().of_photo());
}

TEST(Questions, AModelsAnswerLeavesTheQuestionOpenAPersonsDoesNot) {
  const Document document = mixed_document();
  const Annotation& annotation = document.session.annotation();
  EXPECT_FALSE(is_open(question_about(document, kOwn, "colour"), annotation));
  EXPECT_TRUE(is_open(question_about(document, kOfModel, "colour"), annotation));
  EXPECT_TRUE(is_due(question_about(document, kOfModel, "colour"), annotation));
  EXPECT_TRUE(is_open(question_about(document, kOwn, "detail"), annotation));
  EXPECT_FALSE(is_due(question_about(document, kOwn, "detail"), annotation)) << "most garments have none";
}

TEST(Questions, OfManyAnswersThoseUsedBeforeComeFirstAndNotSureLast) {
  const Document document = mixed_document();
  const Annotation& annotation = document.session.annotation();
  const Question colour = question_about(document, kOwn, "colour");
  const Strings text(Language::kEnglish);
  const std::vector<Answer> before = answers_to(colour, annotation, text, "", {});
  ASSERT_GT(before.size(), std::size_t{kAnswersPerPage});
  EXPECT_EQ(before.back().value, kNotSure);
  AnswerMemory memory;
  const std::string late = before[before.size() - 2].value;
  remember(memory[key_of(colour, annotation)], {late});
  EXPECT_EQ(answers_to(colour, annotation, text, "", memory).front().value, late);
}

TEST(Questions, TypingFindsAnswersInBothLanguages) {
  const Document document = mixed_document();
  const Question colour = question_about(document, kOwn, "colour");
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    for (const char* typed : {"black", "블랙"}) {
      const auto found = answers_to(colour, document.session.annotation(), Strings(language), typed, {});
      ASSERT_FALSE(found.empty()) << typed;
      EXPECT_EQ(found.front().value, "black") << typed;
    }
  }
}

TEST(Questions, GapsCountOnlyWhereNothingIsFoundWithoutThem) {
  const Document document = mixed_document();
  const Question colour = question_about(document, kOwn, "colour");
  const auto found = [&](const char* typed) {
    std::vector<std::string> values;
    for (const Answer& answer :
         answers_to(colour, document.session.annotation(), Strings(Language::kKorean), typed, {})) {
      values.push_back(answer.value);
    }
    return values;
  };
  EXPECT_EQ(found("ㄴㅂ"), std::vector<std::string>{"navy"});
  const std::vector<std::string> whole = found("ㅂㄹ");
  EXPECT_NE(std::find(whole.begin(), whole.end(), "black"), whole.end());
  EXPECT_TRUE(found("ㅋㅋㅋㅋ").empty());
}

TEST(Questions, ThePageOfAnAnswerIsTheOneThatHasIt) {
  std::vector<Answer> answers;
  for (int i = 0; i < 20; ++i) answers.push_back({std::to_string(i), "", ""});
  const AttributeValue guess{"colour", "12", {}, Provenance::model("m", 0.5)};
  EXPECT_EQ(page_of_given(answers, {&guess}), 1);
  EXPECT_EQ(page_of_given(answers, {}), 0);
}

Annotation of_style(const std::string& style) {
  Annotation annotation;
  if (!style.empty())
    annotation.image_attributes.push_back({std::string(attribute::kStyle), style, "", Provenance::human("kim")});
  return annotation;
}

const TaxonomyAttribute* sub_style() {
  for (const TaxonomyAttribute* asked : taxonomy().image_attributes()) {
    if (asked->id == attribute::kSubStyle) return asked;
  }
  return nullptr;
}

TEST(Questions, TheStyleIsNoAnswerToTheSubStyle) {
  const Question question{sub_style(), {}};
  const auto offers = [&](const std::string& style, const std::string& value) {
    const auto found = answers_to(question, of_style(style), Strings(Language::kEnglish), "", {});
    return std::any_of(found.begin(), found.end(), [&](const Answer& answer) { return answer.value == value; });
  };
  EXPECT_FALSE(offers("classic", "classic"));
  EXPECT_TRUE(offers("modern", "classic"));
  EXPECT_TRUE(offers("classic", std::string(kNotSure)));
}

TEST(AnswerMemory, DoesNotOfferWhatWouldBeRefusedHere) {
  const Question question{sub_style(), {}};
  AnswerMemory memory;
  remember(memory[key_of(question, of_style("modern"))], {"classic"});
  EXPECT_EQ(suggested(question, of_style("modern"), memory), std::vector<std::string>{"classic"});
  EXPECT_TRUE(suggested(question, of_style("classic"), memory).empty());
  EXPECT_TRUE(suggested(question, of_style(""), memory).empty()) << "a sub-style needs a style";
}

TEST(AnswerMemory, OffersTheLastAnswerWhereNothingIsSaidYet) {
  const Document document = mixed_document();
  const Annotation& annotation = document.session.annotation();
  AnswerMemory memory;
  const Question of_top = question_about(document, kWithoutOutline, "colour");
  EXPECT_TRUE(suggested(of_top, annotation, memory).empty());
  remember(memory[key_of(of_top, annotation)], {"white"});
  EXPECT_EQ(suggested(of_top, annotation, memory), std::vector<std::string>{"white"});
  EXPECT_TRUE(suggested(question_about(document, kOwn, "colour"), annotation, memory).empty()) << "it is answered";
  EXPECT_TRUE(suggested(question_about(document, kLocked, "colour"), annotation, memory).empty()) << "another part";
}

TEST(AnswerMemory, ValuesKeepTheOrderOfTheirFirstUse) {
  PastAnswers past;
  remember(past, {"white"});
  remember(past, {"black"});
  remember(past, {std::string(kNotSure)});
  remember(past, {"white"});
  EXPECT_EQ(past.used, (std::vector<std::string>{"white", "black"}));
  EXPECT_EQ(past.last, std::vector<std::string>{"white"});
}

TEST(Questions, TheColourIsNoAnswerToTheSubColour) {
  Annotation annotation;
  Garment top;
  top.id = GarmentId{1};
  top.attributes.push_back({std::string(attribute::kColour), "black", "", Provenance::human("kim")});
  annotation.garments.push_back(top);
  const Question question{taxonomy().attribute(attribute::kSubColour), top.id};
  ASSERT_NE(question.attribute, nullptr);
  const auto offers = [&](const std::string& value) {
    const auto found = answers_to(question, annotation, Strings(Language::kEnglish), "", {});
    return std::any_of(found.begin(), found.end(), [&](const Answer& answer) { return answer.value == value; });
  };
  EXPECT_FALSE(offers("black"));
  EXPECT_TRUE(offers("white"));
  EXPECT_TRUE(offers(std::string(kNotSure)));
  EXPECT_FALSE(may_answer(question, annotation, "black"));
}

}  // namespace
}  // namespace jaedan::gui::testing
