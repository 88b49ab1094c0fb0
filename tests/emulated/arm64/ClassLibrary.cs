using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

const string X86 = "System.Runtime.Intrinsics.X86", Arm = "System.Runtime.Intrinsics.Arm", Wasm = "System.Runtime.Intrinsics.Wasm";

// The class library that is built for x86-64 differs from the one for Arm in what it says about instructions: here x86-64's are not
// supported, Arm's are left to the compiler, and the library itself uses neither but its portable code.
var module = ModuleDefinition.ReadModule(args[0]);
var intrinsic = module.GetType("System.Runtime.CompilerServices.IntrinsicAttribute").Methods.Single(method => method.IsConstructor);
foreach (var type in All(module.Types).ToArray())
{
    var area = Namespace(type);
    foreach (var method in type.Methods.Where(method => method.HasBody))
    {
        switch (area)
        {
            case X86 or Wasm when method.Name == "get_IsSupported": Return(method, 0); break;
            case Arm when method.IsStatic && method.IsPublic: LeaveToCompiler(method); break;
            case not (X86 or Arm or Wasm): UsePortableCode(method); break;
        }
    }

    if (area == Arm && !type.IsEnum)
    {
        Mark(type);
    }
}

Return(
    module.GetType("System.Runtime.InteropServices.RuntimeInformation").Methods.Single(method => method.Name == "get_ProcessArchitecture"),
    (int)Architecture.Arm64);
module.Write(args[1]);

static IEnumerable<TypeDefinition> All(IEnumerable<TypeDefinition> types) => types.SelectMany(type => All(type.NestedTypes).Prepend(type));

static string Namespace(TypeDefinition type) => type.DeclaringType is { } outer ? Namespace(outer) : type.Namespace;

static void Return(MethodDefinition method, int value)
{
    method.Body = new MethodBody(method);
    var code = method.Body.GetILProcessor();
    code.Emit(OpCodes.Ldc_I4, value);
    code.Emit(OpCodes.Ret);
}

// A method that calls itself: the compiler puts the instruction in its place.
void LeaveToCompiler(MethodDefinition method)
{
    Mark(method);
    method.Body = new MethodBody(method);
    var code = method.Body.GetILProcessor();
    foreach (var parameter in method.Parameters)
    {
        code.Emit(OpCodes.Ldarg, parameter);
    }

    code.Emit(OpCodes.Call, method);
    code.Emit(OpCodes.Ret);
}

static void UsePortableCode(MethodDefinition method)
{
    foreach (var instruction in method.Body.Instructions)
    {
        if (instruction.Operand is MethodReference { Name: "get_IsSupported" } call && call.DeclaringType.Resolve() is { } type
            && Namespace(type) is X86 or Arm or Wasm)
        {
            (instruction.OpCode, instruction.Operand) = (OpCodes.Ldc_I4_0, null);
        }
    }
}

void Mark(ICustomAttributeProvider member)
{
    if (member.CustomAttributes.All(attribute => attribute.AttributeType.Name != "IntrinsicAttribute"))
    {
        member.CustomAttributes.Add(new CustomAttribute(intrinsic));
    }
}
