// What people say of a photo, on every kind of store.
#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

class StoreComments : public testing::StoreContract {};
JAEDAN_FOR_ALL_STORES(StoreComments);

TEST_P(StoreComments, CommentsAreKeptWithTheirPlaceAndResolvedOnce) {
  const PhotoId a = add_photo("a");
  Comment comment;
  comment.photo = a;
  comment.who = "lee";
  comment.at = utc_now();
  comment.text = "소매가\n'빠졌음'";
  comment.place = Point{0.1, 33.25};
  comment.stage = Stage::kDrawn;
  comment.reason = ReturnReason::kOutline;
  ASSERT_OK_AND_ASSIGN(const CommentId id, store().add_comment(comment));
  Comment bare;
  bare.photo = a;
  bare.who = "kim";
  bare.text = "ok";
  ASSERT_OK(store().add_comment(bare));
  ASSERT_OK_AND_ASSIGN(const auto comments, store().comments(a));
  ASSERT_EQ(comments.size(), 2u);
  EXPECT_EQ(comments[0].id, id);
  EXPECT_EQ(comments[0].text, comment.text);
  EXPECT_EQ(comments[0].place, comment.place);
  EXPECT_EQ(comments[0].stage, Stage::kDrawn);
  EXPECT_EQ(comments[0].reason, ReturnReason::kOutline);
  EXPECT_FALSE(comments[1].place || comments[1].stage || comments[1].reason);
  ASSERT_OK(store().scale_places(a, 10, 2));
  EXPECT_EQ(store().comment(id)->place, (Point{1, 66.5}));
  EXPECT_FALSE(store().comment(comments[1].id)->place);
  EXPECT_ERROR(store().scale_places(PhotoId{99}, 2, 2), ErrorCode::kNotFound);
  ASSERT_OK(store().resolve_comment(id, "kim", utc_now()));
  ASSERT_OK(store().resolve_comment(id, "lee", utc_now()));
  EXPECT_EQ(store().comment(id)->resolved_by, "kim") << "who resolved it first";
  EXPECT_ERROR(store().comment(CommentId{99}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().resolve_comment(CommentId{99}, "kim", utc_now()), ErrorCode::kNotFound);
  bare.text.clear();
  EXPECT_ERROR(store().add_comment(bare), ErrorCode::kInvalidArgument);
  bare.photo = PhotoId{99};
  bare.text = "x";
  EXPECT_ERROR(store().add_comment(bare), ErrorCode::kNotFound);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

}  // namespace
}  // namespace jaedan::labeling
