#pragma once

#include <cstddef>
#include <memory>

#include "app/bench/vector_engine.h"

namespace jaedan::bench {

/// What of faiss (Johnson, Douze and Jégou 2017) our index is measured against.
enum class FaissKind {
  kHnsw,  ///< IndexHNSWFlat, with as many links and as wide a search while building as our graph
  kIvf,   ///< IndexIVFFlat: k-means lists
};

/// The symbol under which the module exports them: `extern "C" VectorEngine* jaedan_faiss_engine(FaissKind, std::size_t
/// dimension, std::size_t expected)`, owned by the caller; null when faiss refuses.
using FaissEngineFunction = VectorEngine*(FaissKind, std::size_t, std::size_t);
inline constexpr const char* kFaissEngineSymbol = "jaedan_faiss_engine";

/// Loads the module libjaedan_faiss.so ($JAEDAN_FAISS_MODULE) at the first call (own_module.h): linked, faiss's BLAS
/// would cost every start of the program. kUnavailable, with what to install.
Result<std::unique_ptr<VectorEngine>> faiss_engine(FaissKind kind, std::size_t dimension, std::size_t expected);

}  // namespace jaedan::bench
