/** Who is signed in, as pages know them. */
export interface Person {
  id: string;
  name: string;
  role: 'admin' | 'operator';
}
