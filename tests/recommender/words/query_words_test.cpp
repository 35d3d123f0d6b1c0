// Sentences, and what they are understood as.
#include "recommender/words/query_words.h"

#include <gtest/gtest.h>

#include "tests/recommender/words/words_in_tests.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::understood;
using testing::vocabulary;

struct Sentence {
  const char* said;
  const char* means;
};

void expect_meanings(const std::vector<Sentence>& sentences) {
  for (const Sentence& sentence : sentences) EXPECT_EQ(understood(sentence.said), sentence.means) << sentence.said;
}

TEST(QueryWords, KoreanGarmentsHaveWhatStandsBeforeThem) {
  expect_meanings({
      {"데님 미니 스커트", "bottom +material.denim +length.mini +category.skirt"},
      {"데님 미니 스커트에 흰 셔츠",
       "bottom +material.denim +length.mini +category.skirt / top +colour.white +category.shirt"},
      {"흰색 셔츠와 청바지", "top +colour.white +category.shirt / bottom +category.jeans"},
      {"하얀 블라우스랑 회색 슬랙스", "top +colour.white +category.blouse / bottom +colour.grey +category.pants"},
      {"빨간 미니 원피스에 데님 재킷", "dress +colour.red +length.mini / outer +material.denim +category.jacket"},
      {"청자켓이랑 흰 티", "outer +category.jacket +material.denim / top +colour.white +category.tshirt"},
      {"하늘색 남방, 갈색 코트", "top +colour.sky_blue +category.shirt / outer +colour.brown +category.coat"},
      {"오버핏 재킷 + 와이드 팬츠", "outer +fit.oversized +category.jacket / bottom +fit.wide +category.pants"},
      {"와인색 코트를 입은 사람", "outer +colour.wine +category.coat"},
      {"스커트는 빨강 셔츠는 흰색", "bottom +category.skirt +colour.red / top +category.shirt +colour.white"},
      {"자켓", "outer +category.jacket"},
      {"카디건에 레깅스", "outer +category.cardigan / bottom +category.leggings"},
      {"검은 상의", "top +colour.black"},
      {"상의 셔츠", "top +category.shirt"},
      {"하운즈 투스 코트", "outer +print.houndstooth +category.coat"},
  });
}

TEST(QueryWords, BlanksMayBeMissingOrTooMany) {
  expect_meanings({
      {"데님미니스커트", "bottom +material.denim +length.mini +category.skirt"},
      {"데님미니스커트에흰셔츠",
       "bottom +material.denim +length.mini +category.skirt / top +colour.white +category.shirt"},
      {"오프숄더블라우스", "top +neckline.off_shoulder +category.blouse"},
      {"후드집업", "outer +neckline.hood +category.zip_up"},
      {"퍼플리본블라우스", "top +colour.purple +detail.ribbon +category.blouse"},
      {"miniskirt", "bottom +length.mini +category.skirt"},
      {"t-shirts", "top +category.tshirt"},
      {"t shirt", "top +category.tshirt"},
      {"T-Shirt", "top +category.tshirt"},
      {"  black \n\t coat ", "outer +colour.black +category.coat"},
      {"ｂｌａｃｋ　ｃｏａｔ", "outer +colour.black +category.coat"},
  });
}

TEST(QueryWords, EnglishAdjectivesStandOnBothSides) {
  expect_meanings({
      {"black mini skirt", "bottom +colour.black +length.mini +category.skirt"},
      {"skirt in red", "bottom +category.skirt +colour.red"},
      {"black coat with jeans", "outer +colour.black +category.coat / bottom +category.jeans"},
      {"white shirt and blue jeans",
       "top +colour.white +category.shirt|collar.shirt / bottom +colour.blue +category.jeans"},
      {"black and white shirt", "top +colour.black +colour.white +category.shirt|collar.shirt"},
      {"skirt with lace and white shirt",
       "bottom +category.skirt +material.lace|detail.lace / top +colour.white +category.shirt|collar.shirt"},
      {"coat with fur trimming and double-breasted",
       "outer +category.coat +detail.fur_trimming +detail.double_breasted"},
      {"men's oversized t-shirt, black", "top +fit.oversized +category.tshirt +colour.black / photo +gender.men"},
      {"dresses and coats", "dress +category.dress / outer +category.coat"},
      {"the beige trench coat over a white dress",
       "outer +colour.beige +category.coat / dress +colour.white +category.dress"},
      {"striped polo shirt & leggings",
       "top +print.stripe +category.tshirt|category.shirt +collar.polo / bottom +category.leggings"},
      {"red or blue skirt", "bottom +colour.red|colour.blue +category.skirt"},
      {"빨간색 또는 파란색 셔츠", "top +colour.red|colour.blue +category.shirt"},
      {"coat or jacket", "outer +category.coat|category.jacket"},
      {"top", "top"},
  });
}

TEST(QueryWords, NegationBehindTheWord) {
  expect_meanings({
      {"무늬 없는 원피스", "dress +print.solid"},
      {"프린트 없는 검은 티셔츠", "top +print.solid +colour.black +category.tshirt"},
      {"셔츠, 무늬 없는", "top +category.shirt +print.solid"},
      {"무늬 있는 셔츠", "top +category.shirt -print.solid"},
      {"체크 무늬 없는 셔츠", "top +category.shirt -print.check"},
      {"단추가 없는 가디건과 플리츠 스커트",
       "outer +category.cardigan -detail.button / bottom +detail.pleats +category.skirt"},
      {"소매 없는 흰 탑", "top +sleeve_length.sleeveless +colour.white +category.top"},
      {"디테일 없는 코트", "outer +category.coat -detail."},
      {"블랙 말고 빨간 치마", "bottom +colour.red +category.skirt -colour.black"},
      {"블랙이 아닌 원피스", "dress -colour.black"},
      {"검은색은 빼고 스커트", "bottom +category.skirt -colour.black"},
      {"블랙이랑 화이트 빼고 셔츠", "top +category.shirt -colour.black -colour.white"},
      {"청바지 없이 흰 셔츠", "top +colour.white +category.shirt / not (bottom +category.jeans)"},
      {"스커트에 단추 없는 셔츠", "bottom +category.skirt / top +category.shirt -detail.button"},
      {"여름 말고 겨울 코트", "outer +category.coat / photo +season.winter / photo -season.summer"},
  });
}

TEST(QueryWords, NegationBeforeTheWord) {
  expect_meanings({
      {"dress without print", "dress +category.dress +print.solid"},
      {"no print", "any +print.solid"},
      {"no buttons blouse", "top +category.blouse -detail.button"},
      {"coat with no buttons", "outer +category.coat -detail.button"},
      {"not black dress", "dress +category.dress -colour.black"},
      {"dress -red", "dress +category.dress -colour.red"},
      {"jeans -black, white skirt", "bottom +category.jeans -colour.black / bottom +colour.white +category.skirt"},
      {"not black or red dress", "dress +category.dress -colour.black|colour.red"},
      {"dress without print or buttons", "dress +category.dress +print.solid -detail.button"},
      {"tops without buttons and white skirts", "top -detail.button / bottom +colour.white +category.skirt"},
      {"red dress without sleeves", "dress +colour.red +category.dress +sleeve_length.sleeveless"},
      {"black coat without jeans", "outer +colour.black +category.coat / not (bottom +category.jeans)"},
      {"white skirt without black coat",
       "bottom +colour.white +category.skirt / not (outer +colour.black +category.coat)"},
      {"no collar", "any +collar.none|neckline.no_collar"},
  });
}

TEST(QueryWords, ContextChoosesAmongMeanings) {
  expect_meanings({
      {"긴 소매 셔츠", "top +sleeve_length.long +category.shirt"},
      {"long sleeve blouse", "top +sleeve_length.long +category.blouse"},
      {"dress with sleeves long", "dress +category.dress +sleeve_length.long"},
      {"롱 스커트", "bottom +length.maxi|length.long +category.skirt"},
      {"long coat", "outer +length.long|length.maxi|sleeve_length.long +category.coat"},
      {"shirt", "top +category.shirt|collar.shirt"},
      {"shirt dress", "dress +collar.shirt +category.dress"},
      {"shirt and skirt", "top +category.shirt|collar.shirt / bottom +category.skirt"},
      {"패딩", "outer +category.padding|material.padding"},
      {"패딩 조끼", "outer +material.padding +category.vest"},
      {"니트 스커트", "bottom +material.knit +category.skirt"},
      {"흰 니트에 청바지", "top +colour.white +category.knitwear|material.knit / bottom +category.jeans"},
      {"레이스 블라우스", "top +material.lace|detail.lace +category.blouse"},
      {"normal", "any +length.normal|fit.normal"},
  });
}

TEST(QueryWords, LabelsOfThePhotoStandByThemselves) {
  expect_meanings({
      {"여름 원피스", "dress / photo +season.summer"},
      {"women's black dress", "dress +colour.black +category.dress / photo +gender.women"},
      {"남자 셔츠", "top +category.shirt / photo +gender.men"},
      {"summer street style", "photo +season.summer / photo +style.street"},
      {"캐주얼", "photo +style.military|style.street"},
  });
}

TEST(QueryWords, InitialConsonantsStandForNames) {
  expect_meanings({
      {"ㅂㄹ", "any +colour.black|colour.blue / ㅂㄹ=블랙"},
      {"ㄷㄴ ㅁㄴ ㅅㅋㅌ",
       "bottom +material.denim +length.mini +category.skirt / ㄷㄴ=데님 / ㅁㄴ=미니 / ㅅㅋㅌ=스커트"},
      {"ㅂ", "?ㅂ"},
  });
}

TEST(QueryWords, OneTypingMistakeIsForgivenAndTold) {
  expect_meanings({
      {"jaket", "outer +category.jacket / jaket=jacket"},
      {"blakc skrits", "bottom +colour.black +category.skirt / blakc=black / skrits=skirt"},
      {"스컷트", "bottom +category.skirt / 스컷트=스커트"},
      {"블렉 코트", "outer +colour.black +category.coat / 블렉=블랙"},
      {"원피쓰랑 재킷", "dress / outer +category.jacket / 원피쓰=원피스"},
      {"cot", "?cot"},        // shorter than five letters
      {"skort", "?skort"},    // as near to skirt as to short
      {"skriit", "?skriit"},  // two mistakes
  });
}

TEST(QueryWords, UnknownWordsAreToldWithTheirPlaceAndTheNearest) {
  ASSERT_OK_AND_ASSIGN(const WordQuery query, parse_words(vocabulary(), "망고 스커트 cot"));
  ASSERT_EQ(query.unknown.size(), 2u);
  EXPECT_EQ(query.unknown[0].word, "망고");
  EXPECT_EQ(query.text.substr(query.unknown[0].place.at, query.unknown[0].place.length), "망고");
  EXPECT_EQ(query.unknown[1].word, "cot");
  EXPECT_EQ(query.text.substr(query.unknown[1].place.at), "cot");
  ASSERT_FALSE(query.unknown[1].nearest.empty());
  EXPECT_EQ(query.unknown[1].nearest.front(), "coat");
  EXPECT_LE(query.unknown[1].nearest.size(), 3u);
  ASSERT_EQ(query.garments.size(), 1u) << "the rest counts";
}

TEST(QueryWords, NegationOfAnUnknownWordFallsOnNoOther) {
  expect_meanings({
      {"흰 셔츠 망고 없는", "top +colour.white +category.shirt / ?망고"},
      {"red skirt without umbrella", "bottom +colour.red +category.skirt / ?umbrella"},
      {"not umbrella skirt", "bottom +category.skirt / ?umbrella"},
  });
}

TEST(QueryWords, ASyllableInsideAnUnknownWordIsNoWord) {
  expect_meanings({{"장면", "?장면"}, {"봄날의", "?봄날의"}, {"면 셔츠", "top +material.cotton +category.shirt"}});
}

TEST(QueryWords, LabelsKnowWhereTheyStand) {
  ASSERT_OK_AND_ASSIGN(const WordQuery query, parse_words(vocabulary(), "흰 셔츠"));
  const QueryLabel& white = query.garments.at(0).wanted.at(0);
  EXPECT_EQ(query.text.substr(white.place.at, white.place.length), "흰");
}

TEST(QueryWords, LettersApartAreTheSameLetters) {
  EXPECT_EQ(understood("\xE1\x84\x92\xE1\x85\xB4\xE1\x86\xAB \xE1\x84\x89\xE1\x85\xA7\xE1\x84\x8E\xE1\x85\xB3"),
            "top +colour.white +category.shirt")
      << "as a Mac writes 흰 셔츠";
}

TEST(QueryWords, NothingToLookForIsAnEmptyQuery) {
  for (const char* text : {"", "   ", "에 의 와", "without", "not", "with and or", "- + ,", "\xFF\xFE", "옷 찾아줘"}) {
    ASSERT_OK_AND_ASSIGN(const WordQuery query, parse_words(vocabulary(), text));
    EXPECT_TRUE(query.empty()) << text;
    EXPECT_TRUE(query.unknown.empty()) << text;
  }
}

TEST(QueryWords, HostileTextIsReadOrRefused) {
  expect_meanings({
      {"'; DROP TABLE skirt; --", "bottom +category.skirt / ?DROP / ?TABLE"},
      {"<b>red</b> skirt", "bottom +colour.red +category.skirt / ?b / ?b"},
      {"\x01\x02 red\x7F skirt", "bottom +colour.red +category.skirt"},
      {"👗 빨간 원피스", "dress +colour.red / ?👗"},
      {"빨간\xE2\x80\x8B 원피스", "dress +colour.red"},  // a blank of no width
  });
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "가";
  EXPECT_ERROR(parse_words(vocabulary(), text), ErrorCode::kTooLarge);
  EXPECT_ERROR(parse_words(vocabulary(), std::string(1 << 20, ' ')), ErrorCode::kTooLarge);
  text.clear();
  for (int i = 0; i < 9; ++i) text += "coat, ";
  EXPECT_ERROR(parse_words(vocabulary(), text), ErrorCode::kTooLarge);
  EXPECT_OK(parse_words(vocabulary(), std::string(kMostQueryLetters, 'x')));
}

TEST(QueryWords, ATaxonomyWithoutTheTablesWordsLeavesThemOut) {
  const TaxonomyAttribute colour{"colour",
                                 "색상",
                                 "colour",
                                 LabelStage::kBasic,
                                 false,
                                 false,
                                 {{"white", "화이트", "white", "", {}, {Part::kTop}}}};
  ASSERT_OK_AND_ASSIGN(const WordTable table,
                       load_word_table(jaedan::testing::source_dir() + "/assets/search/words.json"));
  const Vocabulary small(Taxonomy({colour}), table);
  ASSERT_OK_AND_ASSIGN(const WordQuery query, parse_words(small, "흰 치마 무늬 없는"));
  EXPECT_EQ(testing::text_of(query), "any +colour.white / ?치마 / ?무늬");
  ASSERT_OK_AND_ASSIGN(const WordQuery none, parse_words(Vocabulary({}, {}), "흰 치마"));
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace jaedan::recommender
