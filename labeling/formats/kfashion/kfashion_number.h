#pragma once

#include <string>

namespace jaedan::labeling {

/// A coordinate as K-Fashion files spell it: a Java float that passed MariaDB's FLOAT text, so at most
/// six significant digits, the shortest form, always with a decimal point: "522.0", "59.4236". Below 0.001 and from ten
/// million on Java's exponent form: "9.99625E-4". NaN and infinity: "null".
std::string kfashion_number(double value);

/// `value` as it will be read back from `kfashion_number`; NaN stays NaN.
double kfashion_rounded(double value);

}  // namespace jaedan::labeling
