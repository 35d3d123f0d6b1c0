#include "labeling/formats/photo_finder.h"

#include <gtest/gtest.h>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

const std::string kApart = "\u1112\u1161\u11AB\u1100\u1173\u11AF";  // 한글 as a Mac writes it

/// The photos found, one after another; "-" for none.
std::string found(const PhotoFinder& finder, const PhotoClue& clue) {
  std::string paths;
  for (const PhotoMatch& match : finder.find(clue)) {
    paths += (paths.empty() ? "" : " ") + finder.photos()[match.photo];
  }
  return paths.empty() ? "-" : paths;
}

TEST(PhotoFinder, BesideComesFirstThenTheStemThenTheNearest) {
  const PhotoFinder finder({"/d/x/images/1.JPG", "/d/y/images/1.jpg", "/d/z/1.png", "/d/z/other.jpeg"});
  EXPECT_EQ(found(finder, {"/d/z", "1", ""}), "/d/z/1.png");
  EXPECT_EQ(found(finder, {"/d/x/labels", "1", ""}), "/d/x/images/1.JPG");
  EXPECT_EQ(found(finder, {"/d/y/labels", "1", ""}), "/d/y/images/1.jpg");
  EXPECT_EQ(found(finder, {"/d/z", "9", "somewhere/other.jpeg"}), "/d/z/other.jpeg");
  EXPECT_EQ(found(finder, {"/d/z", "9", "../../../etc/passwd"}), "-");
  EXPECT_EQ(found(finder, {"/d/z", "9", ""}), "-");
  EXPECT_EQ(found(PhotoFinder(), {"/d/z", "1", "1.png"}), "-");
}

TEST(PhotoFinder, InParallelTreesTheFolderOfTheSameNameIsTheOne) {
  const PhotoFinder finder({"/d/Training/원천데이터/로맨틱/1.jpg", "/d/Training/원천데이터/모던/1.jpg",
                            "/d/Validation/원천데이터/로맨틱/1.jpg"});
  EXPECT_EQ(found(finder, {"/d/Training/라벨링데이터/로맨틱", "1", ""}), "/d/Training/원천데이터/로맨틱/1.jpg");
  EXPECT_EQ(found(finder, {"/d/Training/라벨링데이터/모던", "1", ""}), "/d/Training/원천데이터/모던/1.jpg");
  EXPECT_EQ(found(finder, {"/d/Validation/라벨링데이터/로맨틱", "1", ""}), "/d/Validation/원천데이터/로맨틱/1.jpg");
}

TEST(PhotoFinder, WhatSuitsEquallyWellIsAllTold) {
  const PhotoFinder finder({"/d/a/1.jpg", "/d/b/1.jpg"});
  EXPECT_EQ(found(finder, {"/out", "1", "1.jpg"}), "/d/a/1.jpg /d/b/1.jpg");
  EXPECT_EQ(found(finder, {"/d/labels", "1", "b/1.jpg"}), "/d/b/1.jpg") << "the folder that is named";
}

TEST(PhotoFinder, OfSeveralPicturesBesideTheNamedOneIsTaken) {
  const PhotoFinder finder({"/d/a.jpg", "/d/a.png"});
  EXPECT_EQ(found(finder, {"/d", "a", "a.png"}), "/d/a.png");
  EXPECT_EQ(found(finder, {"/d", "a", "a.PNG"}), "/d/a.png") << "the case of an ending does not count";
  EXPECT_EQ(found(finder, {"/d", "a", "b.png"}), "/d/a.jpg");
}

TEST(PhotoFinder, TheStemOfTheLabelFileIsSurerThanTheNameInside) {
  const PhotoFinder finder({"/d/IMG_1.JPG"});
  EXPECT_EQ(found(finder, {"/d", "100", "C:\\somewhere\\IMG_1.jpg"}), "/d/IMG_1.JPG");
  EXPECT_EQ(found(finder, {"/d", "100", "IMG_1.png"}), "-") << "another picture than the one that is named";
  // Names at upload come twice; the number does not.
  EXPECT_EQ(found(PhotoFinder({"/d/100.jpg", "/d/IMG_1.JPG"}), {"/d", "100", "IMG_1.JPG"}), "/d/100.jpg");
}

TEST(PhotoFinder, ATableNamesPhotosByTheirPaths) {
  const PhotoFinder finder({"/d/a.jpg", "/d/images/train/a.jpg", "/d/images/val/a.jpg"});
  EXPECT_EQ(found(finder, {"/d", "a", "train/a.jpg", "", false}), "/d/images/train/a.jpg");
  EXPECT_EQ(found(finder, {"/d", "a", "images\\val\\a.jpg", "", false}), "/d/images/val/a.jpg");
  EXPECT_EQ(found(finder, {"/d", "a", "a.jpg", "", false}), "/d/a.jpg");
  EXPECT_EQ(found(finder, {"/d", "a", "../../d/a.jpg", "", false}), "/d/a.jpg");
}

TEST(PhotoFinder, AMaskIsNotItsOwnPhoto) {
  const PhotoFinder finder({"/d/labels/a.png", "/d/images/a.jpg"});
  EXPECT_EQ(found(finder, {"/d/labels", "a", "", "/d/labels/a.png"}), "/d/images/a.jpg");
}

TEST(PhotoFinder, KoreanNamesWithLettersApartAndTogetherAreTheSame) {
  const PhotoFinder apart({"/d/" + kApart + ".jpg", "/d/200.jpg"});
  EXPECT_EQ(found(apart, {"/d", "한글", ""}), "/d/" + kApart + ".jpg");
  EXPECT_EQ(found(apart, {"/d", "100", "한글.jpg"}), "/d/" + kApart + ".jpg");
  EXPECT_EQ(found(apart, {"/d", "200", "한글.jpg"}), "/d/200.jpg");
  EXPECT_EQ(found(PhotoFinder({"/한글/1.jpg", "/b/1.jpg"}), {"/" + kApart, "1", ""}), "/한글/1.jpg");
  EXPECT_EQ(utf8_composed("\xff" + kApart), "\xff" + kApart) << "other bytes stay as they are";
}

TEST(PhotoFinder, OfTwoThatDifferInLettersApartTheOneWrittenSoIsTheOne) {
  const PhotoFinder both({"/d/" + kApart + ".jpg", "/d/한글.jpg"});
  EXPECT_EQ(found(both, {"/d", "한글", "한글.jpg"}), "/d/한글.jpg");
  EXPECT_EQ(found(both, {"/d", kApart, kApart + ".jpg"}), "/d/" + kApart + ".jpg");
  EXPECT_EQ(found(both, {"/d", "100", "x\\한글.jpg"}), "/d/한글.jpg") << "by the name inside";
  EXPECT_EQ(found(both, {"/d", "100", kApart + ".jpg"}), "/d/" + kApart + ".jpg");
  EXPECT_EQ(found(both, {"/d", "한글", kApart + ".jpg", "", false}), "/d/" + kApart + ".jpg")
      << "a table's stem is its name";
}

TEST(PhotoFinder, EveryEndingOfAPhotoCounts) {
  for (const char* name : {"a.jpg", "a.JPEG", "a.Png", "a.bmp", "a.webp"}) EXPECT_TRUE(looks_like_photo(name)) << name;
  for (const char* name : {"a.txt", "jpg", "a.jpg.json"}) EXPECT_FALSE(looks_like_photo(name)) << name;
}

}  // namespace
}  // namespace jaedan::labeling
