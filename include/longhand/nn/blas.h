#pragma once

#include <string>

namespace longhand::nn
{

/// Holds OpenBLAS to one thread (its threads fight with LibTorch's: a BiLSTM trains 5 to 7 times slower) and, on a
/// processor with AVX-512 that OpenBLAS does not know by name, switches to its AVX-512 kernels (1.5 times faster here).
/// Overrides the environment; leaves another BLAS as it is. Also bounds oneDNN's cache of compiled convolutions and has
/// glibc keep up to 256 MB of freed memory. Call before the first tensor operation; repeating is free.
void configureBlas();

/// How many compiled convolutions oneDNN keeps from now on (configureBlas: 32). Where batches of the same sizes come
/// again and again, as in training, more save most of the compiling and cost memory, about a megabyte each. Does
/// nothing where oneDNN is hidden in LibTorch or ONEDNN_PRIMITIVE_CACHE_CAPACITY is set.
void keepCompiledConvolutions(int count);

/// Threads OpenBLAS would use now; 0 when the BLAS is not OpenBLAS.
int blasThreads();
/// OpenBLAS's kernel family, such as "Haswell"; empty when the BLAS is not OpenBLAS.
std::string blasCore();

} // namespace longhand::nn
