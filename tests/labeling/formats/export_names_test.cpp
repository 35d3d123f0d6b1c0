#include "labeling/formats/export_names.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/base/file_system.h"
#include "labeling/base/utf8.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

/// Photos with ids from 1, by their paths.
std::vector<PhotoNames> names_of(const std::vector<std::string>& paths) {
  std::vector<Photo> photos;
  for (const std::string& path : paths) {
    const std::string file = path.substr(path.rfind('/') + 1);
    photos.push_back({PhotoId{static_cast<std::int64_t>(photos.size()) + 1}, file.substr(0, file.rfind('.')), path});
  }
  ExportNames all;
  for (const Photo& photo : photos) all.look_at(photo, photo.path);
  std::vector<PhotoNames> names;
  for (const Photo& photo : photos) names.push_back(all.names_of(photo, photo.path));
  return names;
}

TEST(ExportNames, APhotoIsNamedByItsPathBelowTheCommonFolder) {
  const auto names = names_of({"/d/set_1/image_1.jpg", "/d/set_2/image_1.jpg", "/d/set_2/more/b.png"});
  EXPECT_EQ(names[0].image, "set_1/image_1.jpg");
  EXPECT_EQ(names[1].image, "set_2/image_1.jpg");
  EXPECT_EQ(names[2].image, "set_2/more/b.png");
  EXPECT_EQ(names[0].file, "image_1");
  EXPECT_EQ(names[1].file, "image_1-2");
  EXPECT_EQ(names[1].path, "/d/set_2/image_1.jpg");
  EXPECT_EQ(names_of({"/d/a.jpg", "/d/b.jpg"})[1].image, "b.jpg");
  EXPECT_EQ(names_of({"/d/a.jpg"})[0].image, "a.jpg");
}

TEST(ExportNames, FoldersThatOnlyBeginAlikeAreNotCommon) {
  EXPECT_EQ(names_of({"/d/set_1/a.jpg", "/d/set_10/a.jpg"})[1].image, "set_10/a.jpg");
}

TEST(ExportNames, NoTwoPhotosHaveOneNumber) {
  const auto numbers = [](const std::vector<std::string>& paths) {
    std::vector<std::int64_t> all;
    for (const PhotoNames& names : names_of(paths)) all.push_back(names.number);
    return all;
  };
  EXPECT_EQ(numbers({"/d/abc.jpg", "/d/1.jpg", "/d/00001.jpg"}), (std::vector<std::int64_t>{2, 1, 3}));
  EXPECT_EQ(numbers({"/d/00001.jpg", "/d/1.jpg", "/d/e/1.jpg"}), (std::vector<std::int64_t>{2, 1, 3}));
  EXPECT_EQ(numbers({"/d/look.jpg", "/d/0010.jpg", "/d/0.jpg"}), (std::vector<std::int64_t>{1, 10, 3}));
}

TEST(ExportNames, AreTextWhateverBytesTheFilesHave) {
  const auto names = names_of({"/d/\xB0\xA1.jpg", "/d/\xB3\xAA.jpg", "/d/가.jpg", "/d/\u1100\u1161.jpg"});
  for (const PhotoNames& name : names) EXPECT_TRUE(is_plain_text(name.image)) << name.image;
  EXPECT_EQ(names[0].image, "\uFFFD\uFFFD.jpg");
  EXPECT_EQ(names[1].image, "\uFFFD\uFFFD-2.jpg");  // other bytes, the same text
  EXPECT_EQ(names[0].file, "\xB0\xA1");             // beside its photo a file has its photo's name
  EXPECT_EQ(names[2].image, "가.jpg");
  EXPECT_EQ(names[3].image, "가-4.jpg");  // letters apart
  EXPECT_EQ(names[3].file, "가-4");
}

TEST(ExportNames, LeaveTheDiskRoomForAnEnding) {
  const std::string long_name(251, 'x');
  std::string korean;
  while (korean.size() < 249) korean += "가";
  const auto names = names_of({"/d/" + long_name + ".jpg", "/d/e/" + long_name + ".jpg", "/d/" + korean + "각.jpg"});
  EXPECT_EQ(names[0].file, std::string(250, 'x'));
  EXPECT_EQ(names[1].file, std::string(248, 'x') + "-2");
  EXPECT_EQ(names[2].file, korean);
}

/// What a format writes of these photos, by file.
std::map<std::string, std::string> all_written(const std::string& format, const std::vector<ExportItem>& items) {
  const jaedan::testing::TemporaryFolder folder;
  const auto exporter = make_exporter(format, folder.path(), testing::kfashion_taxonomy()).value();
  for (const ExportItem& item : items) EXPECT_OK(exporter->add(item));
  EXPECT_OK(exporter->finish());
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    files[entry.path().filename().string()] = disk().read(entry.path().string(), 1 << 20).value();
  }
  return files;
}

TEST(ExportNames, LabelFilesOfOneNumberGetTwo) {
  const std::string source = testing::label_file("", "", R"("상의":[{"색상": "블랙"}])");
  const KFashionFile read = testing::read(source);
  std::vector<ExportItem> items(2);
  for (std::size_t i = 0; i < 2; ++i) {
    items[i].photo = {PhotoId{static_cast<std::int64_t>(i) + 20}, i == 0 ? "a" : "b", "", 300, 400};
    items[i].annotation = read.annotation;
    items[i].kfashion_source = source;
  }
  const auto files = all_written("kfashion", items);
  EXPECT_EQ(files.at("a.json"), source);  // the first keeps its bytes
  EXPECT_EQ(testing::read(files.at("b.json")).image_id, 21);
  EXPECT_EQ(testing::read(files.at("b.json")).file_number, 21);
}

TEST(ExportNames, TablesAndXmlStayUtf8) {
  ExportItem item;
  item.photo = {PhotoId{1}, "\xB0\xA1\xB3\xAA", "/photos/\xB0\xA1\xB3\xAA.jpg", 300, 400};  // CP949
  item.names.path = item.photo.path;
  for (const std::string format : {"csv", "voc", "coco", "labelme", "kfashion"}) {
    const auto files = all_written(format, {item});
    ASSERT_EQ(files.size(), 1u);
    EXPECT_TRUE(is_plain_text(files.begin()->second)) << format;
  }
}

}  // namespace
}  // namespace jaedan::labeling
