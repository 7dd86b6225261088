# Every layer is a static library longhand_<layer> (alias longhand::<layer>) in a namespace of the same name. The arrows
# below are the architecture: linking anything else stops the configure step. docs/architecture.md explains them.
set(LONGHAND_MAY_USE_base)
set(LONGHAND_MAY_USE_text base)
set(LONGHAND_MAY_USE_nn base text)
set(LONGHAND_MAY_USE_language base text)
set(LONGHAND_MAY_USE_recognition base text nn language)
set(LONGHAND_MAY_USE_training base text nn)
set(LONGHAND_MAY_USE_imaging base)
set(LONGHAND_MAY_USE_synthesis base text)
set(LONGHAND_MAY_USE_formats base text)
set(LONGHAND_MAY_USE_feedback base text)
set(LONGHAND_MAY_USE_app base text imaging synthesis formats recognition training language feedback)
set(LONGHAND_MAY_USE_ui base formats app)
set(LONGHAND_MAY_USE_cli base text formats feedback app)

# longhand_layer(NAME SOURCES ... PUBLIC <layers> PRIVATE <layers> LIBRARIES <third-party targets>)
function(longhand_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;LIBRARIES" ${ARGN})
  add_library(longhand_${name} STATIC ${ARG_SOURCES})
  add_library(longhand::${name} ALIAS longhand_${name})
  foreach(used IN LISTS ARG_PUBLIC ARG_PRIVATE)
    if(NOT used IN_LIST LONGHAND_MAY_USE_${name})
      message(FATAL_ERROR "Layer '${name}' may not use layer '${used}'. The arrows stand in cmake/LonghandLayers.cmake; "
                          "changing one is a decision to record in docs/architecture.md.")
    endif()
  endforeach()
  list(TRANSFORM ARG_PUBLIC PREPEND longhand::)
  list(TRANSFORM ARG_PRIVATE PREPEND longhand::)
  target_include_directories(longhand_${name} PUBLIC "${PROJECT_SOURCE_DIR}/include" PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(longhand_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} ${ARG_LIBRARIES})
  longhand_compile_options(longhand_${name})
endfunction()

function(longhand_compile_options target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow=local -Wnon-virtual-dtor)
  if(LONGHAND_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# Qt keywords are off because torch uses the word `slots`; string conversions must be spelled out.
function(longhand_qt_options target)
  target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060200)
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
endfunction()

# longhand_precompile(TARGET HEADER...): headers that take most of the compile time, parsed once for the whole target, and
# for the targets that longhand_reuse_precompiled(TARGET FROM). GCC never writes the same bytes twice, so a sum beside them
# tells ccache what they were made of.
function(longhand_precompile target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  longhand_keep_precompiled(${target})
  set(made_of "${ARGN};${CMAKE_CXX_COMPILER_VERSION};${CMAKE_BUILD_TYPE};${CMAKE_CXX_FLAGS};${Torch_DIR};${Torch_VERSION}")
  string(SHA256 sum "${made_of}")
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum" CONTENT "${sum}\n")
endfunction()

function(longhand_reuse_precompiled target from)
  target_precompile_headers(${target} REUSE_FROM ${from})
  longhand_keep_precompiled(${target})
endfunction()

# ccache keeps an object only if its preprocessed source names the precompiled header.
function(longhand_keep_precompiled target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()
