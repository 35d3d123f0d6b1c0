#include "labeling/io/image_codecs.h"

#include "labeling/base/own_module.h"

namespace jaedan::labeling {
namespace {

OwnModule codecs_module{"libjaedan_codecs.so", "JAEDAN_CODECS_MODULE"};

}  // namespace

Result<ImageCodecs*> image_codecs() {
  const Result<void*> symbol = codecs_module.symbol(kImageCodecsSymbol);
  if (symbol.ok()) return reinterpret_cast<ImageCodecsFunction*>(*symbol)();
  return Error{ErrorCode::kUnavailable,
               "image.no_codecs",
               "photos can be neither read nor written: {0}. Install OpenCV's codecs (package libopencv-imgcodecs406)",
               {symbol.error().message}};
}

}  // namespace jaedan::labeling
