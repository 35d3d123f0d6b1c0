#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::bench {

/// A way to find the vectors nearest by cosine, as it is measured. All vectors have unit length and the dimension that
/// the engine was made for; their ids count from 0 in the order in which they come. One thread.
class VectorEngine {
 public:
  using Ids = std::vector<std::uint64_t>;

  virtual ~VectorEngine() = default;

  /// How many vectors like those that are to come it wants to see first; 0: none.
  virtual std::size_t sample_size() const { return 0; }
  virtual Status learn(const std::vector<float>& /*rows*/) { return {}; }
  /// One vector after the other.
  virtual Status append(const std::vector<float>& rows) = 0;
  /// kUnsupported where there is no such thing.
  virtual Status remove(std::uint64_t id) = 0;

  virtual Status save(const std::string& path) const = 0;
  virtual Status open(const std::string& path) = 0;

  /// From quick to thorough: how many candidates, or lists, are looked at. Empty: there is but one way.
  virtual std::vector<int> efforts() const { return {}; }
  virtual void set_effort(int /*effort*/) {}

  /// What `nearest` may give from now on, ascending; empty: all.
  virtual void set_wanted(Ids wanted) = 0;
  /// The best `k`, best first; fewer when it finds no more.
  virtual Result<Ids> nearest(const std::vector<float>& query, std::size_t k) const = 0;
};

}  // namespace jaedan::bench
