#include "labeling/store/project_place.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

TEST(ProjectPlace, AFolderHoldsItsDatabaseAndTheRest) {
  ASSERT_OK_AND_ASSIGN(const ProjectPlace place, ProjectPlace::parse("/data/spring.jaedan"));
  EXPECT_EQ(place.folder, "/data/spring.jaedan");
  EXPECT_EQ(place.database, "/data/spring.jaedan/project.db");
  EXPECT_EQ(place.models_dir(), "/data/spring.jaedan/models");
  EXPECT_EQ(place.cache_dir(), "/data/spring.jaedan/cache");
  EXPECT_EQ(place.backups_dir(), "/data/spring.jaedan/backups");
}

TEST(ProjectPlace, ARelativeFolderKeepsItsNameAndItsDatabaseIsAbsolute) {
  ASSERT_OK_AND_ASSIGN(const ProjectPlace place, ProjectPlace::parse("file:spring.jaedan/"));
  EXPECT_EQ(place.folder, "file:spring.jaedan/");
  EXPECT_EQ(place.database, (std::filesystem::current_path() / "file:spring.jaedan/project.db").string());
}

TEST(ProjectPlace, TheAddressOfAServerIsRefusedInWords) {
  for (const char* address : {"postgresql://host/database", "postgres://host"}) {
    const auto place = ProjectPlace::parse(address);
    EXPECT_ERROR(place, ErrorCode::kUnsupported);
    EXPECT_NE(place.error().text().find("name a folder"), std::string::npos) << place.error().text();
  }
}

TEST(ProjectPlace, WhatCannotBeAFolderIsRefused) {
  EXPECT_ERROR(ProjectPlace::parse(""), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(ProjectPlace::parse("quote\"mark"), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::labeling
