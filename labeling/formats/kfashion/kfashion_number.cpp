#include "labeling/formats/kfashion/kfashion_number.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace jaedan::labeling {
namespace {

/// "123456" and 3 → "123.456"; digits without trailing zeros, at least one digit on each side of the point.
std::string plain(const std::string& digits, int point) {
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto whole = static_cast<std::size_t>(point);
  if (whole >= digits.size()) return digits + std::string(whole - digits.size(), '0') + ".0";
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string with_exponent(const std::string& digits, int point) {
  const std::string rest = digits.size() > 1 ? digits.substr(1) : "0";
  return digits.substr(0, 1) + "." + rest + "E" + std::to_string(point - 1);
}

}  // namespace

std::string kfashion_number(double value) {
  const float single = static_cast<float>(value);
  if (!std::isfinite(single)) return "null";
  if (single == 0.0F) return "0.0";
  char scientific[32];
  std::snprintf(scientific, sizeof scientific, "%.5e", std::abs(static_cast<double>(single)));  // d.ddddde±XX
  const int point = std::atoi(scientific + 8) + 1;
  std::string digits = scientific[0] + std::string(scientific + 2, 5);
  digits.erase(digits.find_last_not_of('0') + 1);
  const bool java_plain = point > -3 && point <= 7;  // 10⁻³ ≤ value < 10⁷
  return (single < 0 ? "-" : "") + (java_plain ? plain(digits, point) : with_exponent(digits, point));
}

double kfashion_rounded(double value) {
  const std::string text = kfashion_number(value);
  return text == "null" ? std::nan("") : std::strtod(text.c_str(), nullptr);
}

}  // namespace jaedan::labeling
