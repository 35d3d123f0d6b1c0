#include "app/bench/faiss_engines.h"

#include "labeling/base/own_module.h"

namespace jaedan::bench {
namespace {

OwnModule faiss_module{"libjaedan_faiss.so", "JAEDAN_FAISS_MODULE"};

}  // namespace

Result<std::unique_ptr<VectorEngine>> faiss_engine(FaissKind kind, std::size_t dimension, std::size_t expected) {
  const Result<void*> symbol = faiss_module.symbol(kFaissEngineSymbol);
  if (!symbol.ok()) {
    return Error{ErrorCode::kUnavailable,
                 "bench.no_faiss",
                 "faiss is missing: {0}. Install it (package libfaiss-dev) and build again",
                 {symbol.error().message}};
  }
  std::unique_ptr<VectorEngine> engine(
      reinterpret_cast<FaissEngineFunction*>(*symbol)(kind, dimension, expected));  // NOLINT: what dlsym is for
  if (!engine) return Error{ErrorCode::kInternal, "bench.faiss_refused", "faiss makes no index of this size"};
  return engine;
}

}  // namespace jaedan::bench
