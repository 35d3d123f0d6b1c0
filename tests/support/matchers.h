#pragma once

#include <gtest/gtest.h>

#include "labeling/base/result.h"

/// Result is a value: `ASSERT_OK(store.save(annotation));`
#define ASSERT_OK(expression)                                        \
  do {                                                               \
    const auto& jaedan_result = (expression);                        \
    ASSERT_TRUE(jaedan_result.ok()) << jaedan_result.error().text(); \
  } while (false)

#define EXPECT_OK(expression)                                        \
  do {                                                               \
    const auto& jaedan_result = (expression);                        \
    EXPECT_TRUE(jaedan_result.ok()) << jaedan_result.error().text(); \
  } while (false)

/// Result is an error of this code.
#define EXPECT_ERROR(expression, error_code)                                                   \
  do {                                                                                         \
    const auto& jaedan_result = (expression);                                                  \
    ASSERT_FALSE(jaedan_result.ok()) << "succeeded, expected " << jaedan::name_of(error_code); \
    EXPECT_EQ(jaedan_result.error().code, error_code) << jaedan_result.error().text();         \
  } while (false)

/// Declares `declaration` from a Result that must hold a value.
#define ASSERT_OK_AND_ASSIGN(declaration, expression)                 \
  auto JAEDAN_CONCAT(jaedan_test_result_, __LINE__) = (expression);   \
  ASSERT_TRUE(JAEDAN_CONCAT(jaedan_test_result_, __LINE__).ok())      \
      << JAEDAN_CONCAT(jaedan_test_result_, __LINE__).error().text(); \
  declaration = std::move(JAEDAN_CONCAT(jaedan_test_result_, __LINE__)).value()
