#include "inference/torch/torch_loader.h"

#include "labeling/base/own_module.h"

namespace jaedan::inference {
namespace {

OwnModule torch_module{"libjaedan_torch.so", "JAEDAN_TORCH_MODULE"};

}  // namespace

Result<void*> torch_module_symbol(const char* name) {
  Result<void*> symbol = torch_module.symbol(name);
  if (symbol.ok()) return symbol;
  return Error{ErrorCode::kUnavailable,
               "torch.unavailable",
               "the model module cannot be used: {0}. Install LibTorch (package libtorch1.13) or build with "
               "JAEDAN_WITH_TORCH=ON",
               {symbol.error().message}};
}

Result<TorchModule*> load_torch_module() {
  JAEDAN_ASSIGN_OR_RETURN(void* const symbol, torch_module_symbol(kTorchModuleSymbol));
  return reinterpret_cast<TorchModuleFunction*>(symbol)();
}

}  // namespace jaedan::inference
