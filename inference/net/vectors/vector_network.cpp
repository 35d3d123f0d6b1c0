#include "inference/net/vectors/vector_network.h"

#include "inference/net/vectors/baselines.h"
#include "inference/net/vectors/cgd_network.h"

namespace jaedan::inference {

Result<std::shared_ptr<VectorNetwork>> make_vector_network(Architecture architecture,
                                                           const std::vector<HeadSpec>& heads) {
  switch (architecture) {
    case Architecture::kVectors: return std::shared_ptr<VectorNetwork>(std::make_shared<CgdNetwork>(heads));
    case Architecture::kResNetVectors: return std::shared_ptr<VectorNetwork>(std::make_shared<ResNetVectors>(heads));
    case Architecture::kAutoencoder: return std::shared_ptr<VectorNetwork>(std::make_shared<AutoencoderVectors>());
    default:
      return Error{ErrorCode::kUnsupported,
                   "net.makes_no_vectors",
                   "a model of the architecture '{0}' makes no vectors of garments",
                   {id_of(architecture)}};
  }
}

}  // namespace jaedan::inference
